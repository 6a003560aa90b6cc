import type { DeliveryState } from "@/lib/delivery/kinds";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Format } from "@/lib/platform/i18n/translate";
import { amountOf } from "../ideas/amount";
import type { Tone } from "../ui/badge";

/** What each state of a delivery is called. */
export const stateNames: Record<DeliveryState, MessageKey> = {
  open: "delivery.stateOpen",
  done: "delivery.stateDone",
  stopped: "delivery.stateStopped",
};

/** How each state of a delivery sounds. */
export const stateTones: Record<DeliveryState, Tone> = { open: "accent", done: "success", stopped: "neutral" };

/** A day that stands in no time zone, as a date. */
export const dayText = (day: string, format: Format): string =>
  format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });

/** An amount of money, or so many of a unit, as the reader's language writes it. */
export function figureText(
  { amount, currency, unit }: { amount: string | bigint; currency: string | null; unit: string | null },
  format: Format,
): string {
  if (currency) return amountOf({ amountMinor: Number(amount), currency }, format);
  return `${format.number(Number(amount) / 100, { maximumFractionDigits: 2 })} ${unit ?? ""}`.trim();
}
