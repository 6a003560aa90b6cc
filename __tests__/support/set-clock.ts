import { turnClock } from "@/lib/platform/clock";

let turned = 0;

/** Sets the portal's clock to an instant; `putClockRight` afterwards. */
export function setClock(at: string): void {
  const by = Date.parse(at) - Date.now() - turned;
  turnClock(by);
  turned += by;
}

/** Lets the portal's clock show the time again. */
export function putClockRight(): void {
  turnClock(-turned);
  turned = 0;
}
