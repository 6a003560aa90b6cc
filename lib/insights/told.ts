import { z } from "zod";
import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import type { MessageKey } from "../platform/i18n/messages";
import { type Translate, translator } from "../platform/i18n/translate";
import { saidText } from "./cell-text";
import { terms } from "./glossary";
import { freshAt } from "./roll-ups";
import { type InsightsInput, insightsInput } from "./schema";
import { monthsOf } from "./scope";
import type { Cell, Column, ColumnKind, Row, Section } from "./section";
import { type SectionGroupName, sectionGroups } from "./sections";

/** What a column of each kind is measured in. */
export const units = {
  text: "a name",
  word: "one of a closed list",
  idea: "the title of an idea",
  count: "how many",
  number: "a number",
  share: "a share from 0 to 1",
  days: "days",
  money: "money",
  month: "a month, YYYY-MM",
  date: "a day, YYYY-MM-DD",
} as const satisfies Record<ColumnKind, string>;

/** Which group of figures, of which months and units. */
export const insightsRequest = z.strictObject({
  group: z
    .enum(Object.keys(sectionGroups) as [SectionGroupName, ...SectionGroupName[]])
    .describe("The page on which the figures stand."),
  ...insightsInput.shape,
});

const month = z.string().meta({ examples: ["2026-03"] });

const cell = z
  .union([
    z.string(),
    z.number(),
    z.null(),
    z
      .object({ code: z.string(), text: z.string() })
      .describe("`word`: a name that stays as it is, and what people read."),
    z.object({ amountMinor: z.string(), currency: z.string() }).describe("`money`: in the currency's smallest unit."),
    z.object({ hidden: z.literal("few") }).describe("There is a figure, but about so few people that it is not told."),
  ])
  .describe("What its column says it is; null where there is nothing to tell.")
  .meta({ id: "Figure" });

const toldSection = z
  .object({
    key: z.string().describe("The name of the question; stays as it is. Also the anchor on its page."),
    title: z.string(),
    says: z
      .array(z.string())
      .describe("The figures in plain sentences; the first is the essence, the others are limits."),
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        kind: z.enum(Object.keys(units) as [ColumnKind, ...ColumnKind[]]),
        unit: z.enum(Object.values(units)),
      }),
    ),
    rows: z.array(
      z.object({
        cells: z.record(z.string(), cell).describe("By the key of the column."),
        href: z.string().nullable().describe("What the row was counted from, as a path of this portal."),
        hrefs: z
          .record(z.string(), z.string())
          .describe("What single cells were counted from, by the key of the column."),
      }),
    ),
    terms: z.array(z.enum(terms)).describe("What the glossary explains of it: `/insights/glossary#` and the term."),
  })
  .meta({ id: "Section" });

/** A group of figures as programs get it. */
export const toldGroup = z
  .object({
    group: z.enum(Object.keys(sectionGroups) as [SectionGroupName, ...SectionGroupName[]]),
    from: month.describe("The first month."),
    to: month.describe("The last month."),
    countedAt: z.date().nullable().describe("Everything that happened until then is counted."),
    sections: z.array(toldSection),
  })
  .meta({ id: "Insights" });

/** A cell as programs get it. */
function tellCell(value: Cell | undefined, kind: ColumnKind, t: Translate): z.output<typeof cell> {
  if (value === undefined || value === null) return null;
  if (kind !== "word" || typeof value !== "string") return value;
  return { code: value.slice(value.indexOf(".") + 1), text: t(value as MessageKey) };
}

const tellRow = ({ cells, href, hrefs = {} }: Row, columns: Column[], t: Translate) => ({
  cells: Object.fromEntries(columns.map(({ key, kind }) => [key, tellCell(cells[key], kind, t)])),
  href: href ?? null,
  hrefs,
});

const tellSection = ({ key, title, says, columns, rows, terms }: Section, t: Translate) => ({
  key,
  title: t(title),
  says: says.map((said) => saidText(said, { t })),
  columns: columns.map(({ key, label, kind }) => ({ key, label: t(label), kind, unit: units[kind] })),
  rows: rows.map((row) => tellRow(row, columns, t)),
  terms,
});

/**
 * A group of figures, as it stands on its page, for programs.
 *
 * @throws Failure `forbidden`
 */
export async function tellGroup(
  actor: Actor,
  { group, ...input }: InsightsInput & { group: SectionGroupName },
): Promise<z.output<typeof toldGroup>> {
  const sections = await sectionGroups[group](actor, input);
  const months = monthsOf(input, actor.timeZone);
  const t = translator(actor.locale);
  return {
    group,
    from: months[0] ?? "",
    to: months.at(-1) ?? "",
    countedAt: await freshAt(db),
    sections: sections.map((section) => tellSection(section, t)),
  };
}
