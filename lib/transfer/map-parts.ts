import { type Cells, textOf } from "./cell";
import { oneLine } from "./clean-text";
import { type Instant, readInstant } from "./instant";
import type { Part, Value } from "./mapping";
import { markdownFromHtml } from "./markdown-from-html";
import { escapeLine, markdownFromText } from "./markdown-from-text";
import { Refusal } from "./refusal";

/** Longer ids are no ids; the limit keeps an index entry small. */
const ID_LENGTH = 300;

/** The id a row has in its source. Refuses rows without one. */
export function idIn(cells: Cells, value: Value): string {
  const id = oneLine(textOf(cells, value));
  if (!id) throw new Refusal("transfer.idMissing");
  if (id.length > ID_LENGTH) throw new Refusal("transfer.idTooLong", { longest: ID_LENGTH });
  return id;
}

/** When a row happened. Refuses dates that cannot be read. */
export function instantIn(cells: Cells, value: Value, timeZone: string): Instant {
  const text = oneLine(textOf(cells, value));
  const instant = readInstant(text, timeZone);
  if (!instant) throw new Refusal("transfer.dateUnreadable", { text: text.slice(0, 60) });
  return instant;
}

/** The same for a date that may be missing. */
export const instantIfAny = (cells: Cells, value: Value | undefined, timeZone: string): Instant | null =>
  value !== undefined && textOf(cells, value).trim() ? instantIn(cells, value, timeZone) : null;

function piece(cells: Cells, { of, format, heading, without }: Part): string {
  const text = textOf(cells, of)
    .split("\n")
    .filter((line) => !without.includes(oneLine(line)))
    .join("\n");
  const markdown = format === "html" ? markdownFromHtml(text) : markdownFromText(text);
  return heading && markdown ? `## ${escapeLine(heading)}\n\n${markdown}` : markdown;
}

/**
 * A body in Markdown, made of a row's columns.
 *
 * @param longest characters; longer bodies are refused, because cutting would change what somebody said
 */
export function bodyIn(cells: Cells, parts: Part[], longest: number): string {
  const body = parts
    .map((part) => piece(cells, part))
    .filter(Boolean)
    .join("\n\n");
  if (body.length > longest) throw new Refusal("transfer.bodyTooLong", { length: body.length, longest });
  return body;
}

/** A whole number from 0 up; null for an empty cell. Refuses anything else. */
export function countIn(cells: Cells, value: Value): number | null {
  const text = oneLine(textOf(cells, value));
  if (!text) return null;
  if (!/^\d{1,9}$/.test(text)) throw new Refusal("transfer.numberUnreadable", { text: text.slice(0, 60) });
  return Number(text);
}

const minorDigits = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * An amount of money in the currency's smallest unit; null for an empty cell. "1234,5" and "1234.50" are the same.
 * Refuses anything else, and parts of a unit that the currency does not have.
 */
export function amountIn(cells: Cells, value: Value, currency: string): number | null {
  const text = oneLine(textOf(cells, value));
  if (!text) return null;
  const digits = minorDigits(currency);
  const [, whole, part = ""] = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text) ?? [];
  const kept = part.replace(/0+$/, "");
  if (whole === undefined || kept.length > digits) {
    throw new Refusal("transfer.numberUnreadable", { text: text.slice(0, 60) });
  }
  return Number(whole + kept.padEnd(digits, "0"));
}
