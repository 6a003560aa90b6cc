import { CSV_BEGIN, csvField, csvLine } from "../../platform/csv";
import { cellText, decimalsOf, isHidden, isMoney, saidText } from "../cell-text";
import type { Cell, Column, ColumnKind, Section } from "../section";
import { headOf, titleOf } from "./head";
import { type Report, sectionsOf } from "./report";

/** Figures as programs read them, with a point and all their digits; what is words keeps clear of formulas. */
function fieldOf(cell: Cell | undefined, kind: ColumnKind, voice: Report["voice"]): string {
  if (cell === null || cell === undefined) return "";
  if (isMoney(cell)) return decimalOf(cell.amountMinor, decimalsOf(cell.currency));
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (isHidden(cell) || kind === "word") return csvField(cellText(cell, kind, voice));
  return csvField(cell);
}

/** An amount in its whole unit, exactly: "-1234567" with two decimals is "-12345.67". */
function decimalOf(minor: string, decimals: number): string {
  if (decimals === 0) return minor;
  const [sign, digits] = minor.startsWith("-") ? ["-", minor.slice(1)] : ["", minor];
  const filled = digits.padStart(decimals + 1, "0");
  return `${sign}${filled.slice(0, -decimals)}.${filled.slice(-decimals)}`;
}

const fieldsOf = (cell: Cell | undefined, { kind }: Column, voice: Report["voice"]): string[] => [
  fieldOf(cell, kind, voice),
  ...(kind === "money" ? [isMoney(cell) ? csvField(cell.currency) : ""] : []),
];

/** What stands above a column; an amount has its currency in a column of its own, so that it can be added up. */
const headsOf = ({ label, kind }: Column, { t }: Report["voice"]): string[] => [
  t(label),
  ...(kind === "money" ? [t("exports.currencyOf", { column: t(label) })] : []),
];

function blockOf({ title, says, columns, rows }: Section, { voice }: Report): string {
  const { t } = voice;
  const lines = rows.map(
    ({ cells }) => `${columns.flatMap((column) => fieldsOf(cells[column.key], column, voice)).join(",")}\r\n`,
  );
  return [
    csvLine([t(title)]),
    ...says.map((said) => csvLine([saidText(said, voice)])),
    csvLine(columns.flatMap((column) => headsOf(column, voice))),
    ...lines,
    "\r\n",
  ].join("");
}

/** A report as a CSV file: what it is, then one table after the other, with an empty line between them. */
export function csvFile(report: Report): string {
  const head = headOf(report).map(({ name, text }) => csvLine([name, text]));
  const blocks = sectionsOf(report).map((section) => blockOf(section, report));
  return [CSV_BEGIN, csvLine([titleOf(report)]), ...head, "\r\n", ...blocks].join("");
}
