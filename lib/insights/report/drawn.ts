import { cellText, isMoney, numberOf } from "../cell-text";
import type { Row, Section } from "../section";
import type { Report } from "./report";

/** A section to draw, and how wide. */
export type Drawn<Chart> = { chart: Chart; of: Section; width: number; voice: Report["voice"] };

/** So many rows are drawn; the table below has the rest. */
export const MOST_DRAWN = 15;

const kindOf = (of: Section, key: string) => of.columns.find((column) => column.key === key)?.kind ?? "number";

/** What a row says in a column. */
export const said = (of: Section, row: Row, key: string, voice: Report["voice"]): string =>
  cellText(row.cells[key], kindOf(of, key), voice);

/** What a column is called. */
export function nameOf(of: Section, key: string, { t }: Report["voice"]): string {
  const column = of.columns.find((one) => one.key === key);
  return column ? t(column.label) : key;
}

/** The figures of a column, null where there is none. */
export const figuresOf = (of: Section, key: string): (number | null)[] =>
  of.rows.map(({ cells }) => numberOf(cells[key]));

/** A mark on an axis, said as the column says its figures. */
export function marked(of: Section, key: string, value: number, voice: Report["voice"]): string {
  const money = of.rows.map(({ cells }) => cells[key]).find(isMoney);
  return money
    ? voice.format.number(value, { style: "currency", currency: money.currency, notation: "compact" })
    : cellText(value, kindOf(of, key), voice);
}

/** Figures that are there. */
export const told = (figures: (number | null)[]): number[] => figures.filter((one) => one !== null);
