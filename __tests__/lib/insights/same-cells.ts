import type { Cell, Column, ColumnKind, Money, Section } from "@/lib/insights/section";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { translator } from "@/lib/platform/i18n/translate";
import type { Field } from "./taken-files";

const t = translator("en");

/** What a file has to hold of a cell: a number where a program calculates with it, and else what one reads. */
export function inFile(cell: Cell | undefined, kind: ColumnKind): Field {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return cell;
  if (typeof cell === "object")
    return "hidden" in cell ? t("charts.few") : Number(cell.amountMinor) / (cell.currency === "CLP" ? 1 : 100);
  return kind === "word" ? t(cell as MessageKey) : cell;
}

/** In a workbook days are counted from the end of 1899. */
export const inWorkbook = (cell: Cell | undefined, kind: ColumnKind): Field =>
  typeof cell === "string" && (kind === "date" || kind === "month")
    ? (Date.parse(`${cell.padEnd(10, "-01")}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
    : inFile(cell, kind);

/** In a table an amount has its currency beside it. */
export const inTable = (cell: Cell | undefined, kind: ColumnKind): Field[] =>
  kind === "money" ? [inFile(cell, kind), (cell as Money | null)?.currency ?? null] : [inFile(cell, kind)];

/** What a cell is told as to programs. */
export function inApi(cell: Cell | undefined, kind: ColumnKind): unknown {
  if (kind !== "word" || typeof cell !== "string") return cell ?? null;
  return { code: cell.split(".")[1], text: t(cell as MessageKey) };
}

/** What a section says in words, and below what its columns hold. */
export const linesOf = (
  { title, says, columns, rows }: Section,
  headOf: (column: Column) => Field[],
  fieldsOf: typeof inTable,
): Field[][] => [
  [t(title)],
  ...says.map(({ key, values }) => [t(key, values)]),
  columns.flatMap(headOf),
  ...rows.map(({ cells }) => columns.flatMap(({ key, kind }) => fieldsOf(cells[key], kind))),
];

/** A table without its empty lines and ends, and without what keeps words from becoming formulas. */
export const bare = (table: Field[][]): Field[][] =>
  table.flatMap((row) => {
    const fields = row.map((field) =>
      typeof field === "string" ? field.replaceAll(/(^|[;\t\r\n])'/g, "$1") || null : field,
    );
    const end = fields.findLastIndex((field) => field !== null) + 1;
    return end > 0 ? [fields.slice(0, end)] : [];
  });
