import { env } from "./env";
import { withoutQuotes } from "./error-text";
import { exchange } from "./exchange";
import { log } from "./log";

const levels = { error: "error", warn: "warn", log: "debug", info: "debug", debug: "debug" } as const;

/** Leads what others print into our log, as the one line that it has to be. Not while developing: there people read it. */
export function takeOverConsole(): void {
  if (env().NODE_ENV !== "production") return;
  for (const [name, level] of Object.entries(levels)) {
    console[name as keyof typeof levels] = (...said: unknown[]) => {
      const err = said.find((part) => part instanceof Error);
      const text = withoutQuotes(said.filter((part) => typeof part === "string").join(" "));
      log()[isSendersFault() ? "debug" : level]({ ...(err && { err }), text }, "said by the server's framework");
    };
  }
}

/** Whether a form is being read that no door has seen yet: what is wrong with it is no failure of ours. */
function isSendersFault(): boolean {
  const current = exchange();
  return current?.request.method === "POST" && !current.atDoor;
}
