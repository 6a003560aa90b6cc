import writeXlsxFile, { type Cell as SheetCell } from "write-excel-file/node";
import { cellText, decimalsOf, isFigure, isHidden, isMoney, numberOf, saidText } from "../cell-text";
import type { Cell, Column, ColumnKind, Section } from "../section";
import { headOf, titleOf } from "./head";
import { type Report, sectionsOf } from "./report";

const numberFormats: Partial<Record<ColumnKind, string>> = {
  count: "#,##0",
  number: "General",
  share: "0.0%",
  days: "0",
};

const words = (value: string, more: object = {}): SheetCell => ({ value, type: String, ...more });

/** A cell of the type it is: a number stays one, with its unit as its format; words are never formulas. */
function cellOf(cell: Cell | undefined, { kind }: Column, voice: Report["voice"]): SheetCell {
  if (cell === null || cell === undefined || cell === "") return null;
  if (isHidden(cell) || kind === "word") return words(cellText(cell, kind, voice));
  if (isMoney(cell)) {
    const digits = decimalsOf(cell.currency);
    const format = `#,##0${digits > 0 ? `.${"0".repeat(digits)}` : ""} "${cell.currency}"`;
    return { value: numberOf(cell) ?? 0, type: Number, format };
  }
  if (typeof cell === "number") return { value: cell, type: Number, format: numberFormats[kind] ?? "General" };
  if (kind === "month")
    return { value: new Date(`${cell}-01T00:00:00Z`), type: Date, format: "mmm yyyy", align: "left" };
  if (kind === "date") return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return words(cell, { wrap: kind === "idea" });
}

const widths: Partial<Record<ColumnKind, number>> = { text: 32, word: 32, idea: 60 };
const heading = { fontWeight: "bold", wrap: true, alignVertical: "bottom", bottomBorderStyle: "thin" } as const;

/** As high as a line of a heading, in points. */
const LINE = 15;

const widthOf = ({ kind }: Column) => widths[kind] ?? 16;

/** What the columns are called. The row is as high as the longest name needs: not every program finds that out by itself. */
function headings(columns: Column[], { t }: Report["voice"]): SheetCell[] {
  const lines = columns.map((column) => Math.ceil((t(column.label).length * 1.25) / widthOf(column)));
  const height = LINE * Math.max(...lines);
  return columns.map(({ label, kind }) =>
    words(t(label), { ...heading, height, align: isFigure(kind) ? "right" : "left" }),
  );
}

/** What a sheet may be called: at most 31 characters, none that Excel takes for itself, and each name once. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replace(/[\\/?*[\]:']/g, " ").trim();
  for (let nth = 1; ; nth += 1) {
    const mark = nth === 1 ? "" : ` ${nth}`;
    const name = `${plain.slice(0, 31 - mark.length).trim()}${mark}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function sheetOf({ title, says, columns, rows }: Section, { voice }: Report, taken: Set<string>) {
  const { t } = voice;
  const above = [
    [words(t(title), { fontWeight: "bold", fontSize: 14 })],
    ...says.map((said) => [words(saidText(said, voice))]),
    [],
  ];
  return {
    sheet: sheetName(t(title), taken),
    columns: columns.map((column) => ({ width: widthOf(column) })),
    orientation: "landscape" as const,
    stickyRowsCount: above.length + 1,
    data: [
      ...above,
      headings(columns, voice),
      ...rows.map(({ cells }) => columns.map((column) => cellOf(cells[column.key], column, voice))),
    ],
  };
}

function coverOf(report: Report, taken: Set<string>) {
  const { t } = report.voice;
  const cover = t("exports.about");
  return {
    sheet: sheetName(cover, taken),
    columns: [{ width: 24 }, { width: 60 }],
    data: [
      [words(titleOf(report), { fontWeight: "bold", fontSize: 16 })],
      [],
      ...headOf(report).map(({ name, text }) => [words(name, { fontWeight: "bold" }), words(text)]),
      [],
      [words(t("exports.fewHint"))],
    ],
  };
}

/** A report as an Excel file: a sheet about itself, and one for each section. */
export async function sheets(report: Report): Promise<Uint8Array> {
  const taken = new Set<string>();
  const cover = coverOf(report, taken);
  const all = [cover, ...sectionsOf(report).map((section) => sheetOf(section, report, taken))];
  return writeXlsxFile(all, { fontFamily: "Arial", fontSize: 10 }).toBuffer();
}
