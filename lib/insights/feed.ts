import { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { Download } from "../access/download";
import { CSV_BEGIN, csvLine } from "../platform/csv";
import { db } from "../platform/db/client";
import { record } from "../platform/events";
import type { MessageKey } from "../platform/i18n/messages";
import { type Translate, translator } from "../platform/i18n/translate";
import { countFor } from "../platform/rate-limit";
import { isHidden, numberOf } from "./cell-text";
import { insightsExported, saidIn } from "./events";
import { type InsightsInput, insightsInput } from "./schema";
import { monthsOf } from "./scope";
import type { Cell, Column, ColumnKind, Row, Section } from "./section";
import { sectionGroups } from "./sections";

/** Which months and units. */
export const feedRequest = z.strictObject(insightsInput.shape);

const columns = ["group", "section", "from", "to", "label", "month", "measure", "unit", "value", "note"];

/** What a column of each kind is measured in, in a word that stays as it is; that of money is its currency. */
const unitNames: Record<ColumnKind, string> = {
  text: "text",
  word: "text",
  idea: "text",
  count: "count",
  number: "number",
  share: "share",
  days: "days",
  money: "money",
  month: "month",
  date: "date",
};

const names: ColumnKind[] = ["text", "word", "idea", "month", "date"];

/** The columns at the beginning of a table say what its rows are about; from the first figure on they are measures. */
export function parted(all: Column[]): { about: Column[]; measures: Column[] } {
  const first = all.findIndex(({ kind }) => !names.includes(kind));
  return first < 0 ? { about: all, measures: [] } : { about: all.slice(0, first), measures: all.slice(first) };
}

const textOf = (cell: Cell | undefined, kind: ColumnKind, t: Translate): string =>
  typeof cell === "string" && kind === "word" ? t(cell as MessageKey) : typeof cell === "string" ? cell : "";

/** Value and unit of a figure; money in whole units of its currency, so that it can be added up. */
function measured(cell: Cell | undefined, kind: ColumnKind, t: Translate): [unit: string, value: string | number] {
  const unit = typeof cell === "object" && cell !== null && "currency" in cell ? cell.currency : unitNames[kind];
  return [unit, numberOf(cell) ?? textOf(cell, kind, t)];
}

function lineOf(head: string[], { cells }: Row, about: Column[], { key, kind }: Column, t: Translate): string {
  const isTime = ({ kind }: Column) => kind === "month" || kind === "date";
  const label = about.filter((column) => !isTime(column)).map((column) => textOf(cells[column.key], column.kind, t));
  const time = about.filter(isTime).map((column) => textOf(cells[column.key], column.kind, t));
  const cell = cells[key];
  return csvLine([
    ...head,
    label.join(" · "),
    time.join(" · "),
    key,
    ...measured(cell, kind, t),
    isHidden(cell) ? "few" : "",
  ]);
}

function linesOf(head: string[], section: Section, t: Translate): string {
  const { about, measures } = parted(section.columns);
  const lines = section.rows.flatMap((row) =>
    measures.map((measure) => lineOf([head[0] ?? "", section.key, ...head.slice(1)], row, about, measure, t)),
  );
  return lines.join("");
}

async function* pieces(actor: Actor, input: InsightsInput): AsyncGenerator<string> {
  const t = translator(actor.locale);
  const months = monthsOf(input, actor.timeZone);
  yield CSV_BEGIN + csvLine(columns);
  for (const [group, tell] of Object.entries(sectionGroups))
    for (const section of await tell(actor, input))
      yield linesOf([group, months[0] ?? "", months.at(-1) ?? ""], section, t);
}

/**
 * Every figure of every page, one a line, for tools that draw and compare by themselves. Groups of figures are worked out
 * one after the other, while what is there is handed over. That it was fetched is on the record, and counted, like files.
 *
 * @throws Failure `forbidden`, `too_many`
 */
export async function insightsFeed(actor: Actor, input: InsightsInput): Promise<Download> {
  authorize(actor, "insights.read");
  await countFor(actor.id, "exports");
  await record(db, actor, insightsExported, actor.id, { part: "feed", format: "csv", filter: saidIn(input) });
  return { name: "insights.csv", type: "text/csv; charset=utf-8", pieces: pieces(actor, input) };
}
