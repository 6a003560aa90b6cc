import { digitsOf } from "../platform/currencies";
import type { MessageKey } from "../platform/i18n/messages";
import type { Voice } from "../platform/i18n/translate";
import type { Cell, ColumnKind, Hidden, Money, Row, Said } from "./section";

/** What figures are said with: texts, dates and numbers of the reader. */
export type FigureVoice = Pick<Voice, "t" | "format">;

/** Whether a column is read as figures, digit below digit. */
export const isFigure = (kind: ColumnKind): boolean => ["count", "number", "share", "days", "money"].includes(kind);

/** Whether a cell's figure is kept back because too few people stand behind it. */
export const isHidden = (cell: Cell | undefined): cell is Hidden =>
  typeof cell === "object" && cell !== null && "hidden" in cell;

/** The path that shows what a cell was counted from; the first of a row leads to what all of it was. */
export const hrefOf = ({ href, hrefs }: Pick<Row, "href" | "hrefs">, key: string, nth: number): string | undefined =>
  hrefs?.[key] ?? (nth === 0 ? href : undefined);

/** Whether a cell is an amount of money. */
export const isMoney = (cell: Cell | undefined): cell is Money =>
  typeof cell === "object" && cell !== null && "currency" in cell;

/** How many decimals a currency has: two for euros, none for Chilean pesos. */
export const decimalsOf = digitsOf;

/** A cell as a number to draw or to calculate with; null where there is none, or it is not told. */
export function numberOf(cell: Cell | undefined): number | null {
  if (typeof cell === "number") return cell;
  return isMoney(cell) ? Number(cell.amountMinor) / 10 ** decimalsOf(cell.currency) : null;
}

/** The middle of a day or month, which is the same day wherever it is read. */
const noon = (day: string) => new Date(`${day.padEnd(10, "-01")}T12:00:00Z`);

/** A month as people write it: "Mar 2026". */
export const monthText = (month: string, { format }: Pick<FigureVoice, "format">): string =>
  format.dateTime(noon(month), { month: "short", year: "numeric", timeZone: "UTC" });

function figureText(value: number, kind: ColumnKind, { format }: FigureVoice): string {
  if (kind === "share") {
    const maximumFractionDigits = Math.abs(value) < 0.1 ? 1 : 0;
    return format.number(value, { style: "percent", maximumFractionDigits });
  }
  if (kind === "days") return format.number(value, { style: "unit", unit: "day", unitDisplay: "short" });
  return format.number(value, { maximumFractionDigits: kind === "count" ? 0 : 2 });
}

/** Beside thousands nobody reads cents; files to calculate with have them. */
const WITHOUT_CENTS = 1000;

function moneyText(money: Money, { format }: FigureVoice): string {
  const { currency } = money;
  const amount = numberOf(money) ?? 0;
  return format.number(amount, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
    ...(Math.abs(amount) >= WITHOUT_CENTS && { maximumFractionDigits: 0 }),
  });
}

/** What a cell says to a reader, in words: also that there is nothing to tell, or that it is not told. */
export function cellText(cell: Cell | undefined, kind: ColumnKind, voice: FigureVoice): string {
  if (cell === null || cell === undefined) return voice.t("charts.nothing");
  if (isHidden(cell)) return voice.t("charts.few");
  if (isMoney(cell)) return moneyText(cell, voice);
  if (typeof cell === "number") return figureText(cell, kind, voice);
  if (kind === "word") return voice.t(cell as MessageKey);
  if (kind === "month") return monthText(cell, voice);
  return kind === "date" ? voice.format.dateTime(noon(cell), { dateStyle: "medium", timeZone: "UTC" }) : cell;
}

/** A section's sentence as it is read. */
export const saidText = ({ key, values }: Said, { t }: Pick<FigureVoice, "t">): string => t(key, values);
