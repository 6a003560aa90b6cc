import { cellText, type FigureVoice, numberOf } from "@/lib/insights/cell-text";
import type { Column, Row, Section } from "@/lib/insights/section";

/** A chart of a section: the drawn figures are those of its rows. */
export type Drawn<Chart> = { chart: Chart; of: Section; voice: FigureVoice };

/** So many rows are drawn; the table has the rest. Chosen by us: more no eye takes in at once. */
export const MOST_DRAWN = 15;

/** The column that a chart names. */
export const columnOf = (of: Section, key: string): Column | undefined =>
  of.columns.find((column) => column.key === key);

/** Whether a section's chart shows anything: bars of which none is told do not. */
export function isDrawn({ chart, rows }: Section): boolean {
  if (chart?.kind !== "bars") return chart !== undefined && rows.length > 0;
  return rows.some(({ cells }) => numberOf(cells[chart.value]) !== null);
}

/** What a chart's column is called. */
export function labelOf(of: Section, key: string, { t }: FigureVoice): string {
  const column = columnOf(of, key);
  return column ? t(column.label) : key;
}

/** What a row says in one of its columns. */
export const textOf = (of: Section, row: Row, key: string, voice: FigureVoice): string =>
  cellText(row.cells[key], columnOf(of, key)?.kind ?? "text", voice);

/** A figure of a column that stands in no row, such as a mark on an axis, said as the column says its own. */
export const figureOf = (of: Section, key: string, value: number, voice: FigureVoice): string => {
  const kind = columnOf(of, key)?.kind ?? "number";
  const currency = of.rows.map(({ cells }) => cells[key]).find((cell) => typeof cell === "object" && cell !== null);
  return kind === "money" && currency && "currency" in currency
    ? voice.format.number(value, { style: "currency", currency: currency.currency, notation: "compact" })
    : cellText(value, kind, voice);
};

/** The figures of a column, null where there is none. */
export const numbersOf = (of: Section, key: string): (number | null)[] =>
  of.rows.map(({ cells }) => numberOf(cells[key]));

/** A place on a line of 0 to 100, as SVG wants it: so drawings grow with the page, and their writing does not. */
export const percent = (place: number): string => `${Math.round(place * 100) / 100}%`;
