import { hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { cellText } from "@/lib/insights/cell-text";
import { changesFor } from "@/lib/insights/changes";
import { insightsFeed } from "@/lib/insights/feed";
import { findFrame } from "@/lib/insights/frame";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { gather } from "@/lib/insights/report/gather";
import { type ExportInput, type InsightsInput, listedInput } from "@/lib/insights/schema";
import type { Cell, Column, Section } from "@/lib/insights/section";
import { type SectionGroupName, sectionGroups } from "@/lib/insights/sections";
import { takeAlong } from "@/lib/insights/take-along";
import { tellGroup } from "@/lib/insights/told";
import { monthlyLetter } from "@/lib/notifications/letter";
import { db } from "@/lib/platform/db/client";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { translator } from "@/lib/platform/i18n/translate";
import { parse } from "@/lib/platform/parse";
import { loadDemo } from "@/lib/transfer/load-demo";
import { keepPromises } from "@/lib/workflow/keep-promises";
import { liveOn } from "./lively-demo";
import { bare, inApi, inFile, inTable, inWorkbook, linesOf } from "./same-cells";
import { slowChanges } from "./slow-changes";
import { backlogIn, changesIn, futuresOf, isAsFar } from "./slow-forecast";
import { slowLeader } from "./slow-leader";
import { slowMerits } from "./slow-merit";
import { elsewhere, slow } from "./slow-sections";
import {
  type Answer,
  type Asked,
  dayAt,
  monthAfter,
  monthsAsked,
  type SlowSection,
  slowWorld,
  type World,
} from "./slow-world";
import { bytesOf, type Field, sheetsOf, tableOf } from "./taken-files";

const t = translator("en");

const groups = Object.keys(sectionGroups) as SectionGroupName[];

let leader: Actor;
let world: World;
let questions: Asked[];
let merits: Awaited<ReturnType<typeof slowMerits>>;

/** Whatever most ideas have. */
const most = (of: (idea: World["ideas"][number]) => (string | null | undefined)[]): string => {
  const counts = Map.groupBy(world.ideas.flatMap(of).filter(Boolean) as string[], (id) => id);
  return [...counts].sort((one, other) => other[1].length - one[1].length)[0]?.[0] ?? "";
};

/** Nobody of the demo has been seen to look at ideas, so that no interval would be told, and any of its ends ordered alike. */
async function letIdeasBeSeen(): Promise<void> {
  const best = await db.ideaRank.findMany({ orderBy: { merit: "desc" }, take: 400, select: { ideaId: true } });
  for (const [nth, { ideaId }] of best.entries()) {
    const merit = ((nth * 37) % 101) / 400;
    const expected = merit + ((nth * 53) % 97) / 300;
    const hopeful = expected + ((nth * 29) % 89) / 300;
    await db.ideaRank.update({
      where: { ideaId },
      data: { merit, expected, hopeful, sightings: [2, 5, 9, 14, 30][nth % 5] ?? 0 },
    });
  }
}

beforeAll(async () => {
  await loadDemo(() => undefined);
  const { timeZone } = await db.organisation.findFirstOrThrow();
  leader = { ...(await hire({ roles: ["executive"] })), timeZone };
  merits = await slowMerits();
  await liveOn();
  await letIdeasBeSeen();
  world = await slowWorld();
  const long = { from: "2024-01" };
  const delivered = new Set(world.members.map(({ ideaId }) => ideaId));
  const own = most(({ id, departments }) => (delivered.has(id) ? departments.slice(0, 1) : []));
  const [department, place] = [
    most(({ departments }) => departments.slice(-1)),
    most(({ places }) => places.slice(-1)),
  ];
  const category = most((idea) => [idea.category]);
  const late = world.ideas
    .map(({ postedOn }) => postedOn.slice(0, 7))
    .sort()
    .at(-1) as string;
  questions = [
    {},
    long,
    { from: monthAfter(late, -10), to: monthAfter(late, -6) },
    { from: late, to: late },
    { ...long, department },
    { ...long, department: own },
    { ...long, place },
    { ...long, category },
    { ...long, category: most(({ id, category: its }) => (delivered.has(id) ? [its] : [])) },
    { ...long, department, category },
    { ...long, place, department: own },
  ];
}, 240_000);

/** What the list that a row opens holds as many of: what one of its columns says, or several together. */
const opened: Record<string, string[]> = {
  ...{ implementedShare: ["implemented"], timeToAnswer: ["answers"], promises: ["kept", "late", "open"] },
  ...{ overdueByOwner: ["overdue"], overdueByUnit: ["overdue"], funnel: ["ideas"], cohorts: ["submitted"] },
  ...{ goals: ["ideas"], balance: ["ideas"] },
};

/** How many ideas stand in the list that a path opens. */
async function listed(path: string): Promise<number> {
  const said = Object.fromEntries(new URL(path, "http://localhost").searchParams);
  return (await listedIdeas(leader, parse(listedInput, said))).count;
}

/** What a section says, as far as a slow count can say it: cells of all its columns, sentences, and its card. */
function toldBy({ columns, rows, says, figure }: Section): Answer {
  const cells = rows.map((row) => Object.fromEntries(columns.map(({ key }) => [key, row.cells[key] ?? null])));
  if (!figure) return { rows: cells, says };
  return { rows: cells, says, figure: { value: figure.value, before: figure.before, target: figure.target } };
}

/** Lines that stand alike in the order of a section may stand in any order: what they are called is sorted by the database. */
const settled = (key: string, { rows, ...rest }: Answer): Answer => ({
  ...rest,
  rows: key === "benefitBesidesMoney" ? rows.toSorted(byText) : rows,
});
const byText = (one: Record<string, Cell>, other: Record<string, Cell>) => {
  const text = (cells: Record<string, Cell>) => JSON.stringify(Object.entries(cells).sort());
  return text(one) < text(other) ? -1 : 1;
};

/** Asks once more where it has become another minute meanwhile, so that both count by the same one. */
async function asked(group: SectionGroupName, input: Asked): Promise<{ at: Date; sections: Section[] }> {
  const at = new Date();
  const sections = await sectionGroups[group](leader, input as InsightsInput);
  return Math.floor(at.getTime() / 60_000) === Math.floor(Date.now() / 60_000) ? { at, sections } : asked(group, input);
}

it.each(groups)(
  "everything that is said under %s is what one gets by counting row by row, however it is narrowed",
  async (group) => {
    for (const input of questions) {
      const { at, sections } = await asked(group, input);
      const checked = sections.filter(({ key }) => slow[key]);
      const told = Object.fromEntries(checked.map((section) => [section.key, settled(section.key, toldBy(section))]));
      const counted = Object.fromEntries(
        checked.map(({ key }) => [key, settled(key, (slow[key] as SlowSection)(world, input, at))]),
      );

      expect({ input, ...told }).toEqual({ input, ...counted });
    }
  },
);

it("an idea's support is told with its real ends: it lies below them, or above, with a chance of one in twenty", () => {
  const farthest = (of: (one: (typeof merits)[number]) => number) =>
    Math.max(...merits.map((one) => Math.abs(of(one))));

  expect(merits.length).toBeGreaterThan(1_000);
  expect(farthest(({ below }) => below - 0.05)).toBeLessThan(1e-5);
  expect(farthest(({ expected }) => expected)).toBeLessThan(1e-9);
  expect(farthest(({ above }) => above - 0.05)).toBeLessThan(1e-5);
});

it("there is a slow count of every section that is told, and none of what is told no more", async () => {
  const told = new Set<string>();
  for (const group of groups) for (const { key } of (await asked(group, {})).sections) told.add(key);

  expect([...told].filter((key) => !slow[key] && !elsewhere.includes(key))).toEqual([]);
  expect(Object.keys(slow).filter((key) => !told.has(key))).toEqual([]);
});

it("every row and cell that opens a list of ideas opens as many as it says", async () => {
  for (const input of [questions[0] ?? {}, questions[5] ?? {}])
    for (const group of groups)
      for (const { key, rows } of (await asked(group, input)).sections)
        for (const { cells, href = "", hrefs = {} } of opened[key] ? rows.slice(-14) : []) {
          const sum = (opened[key] ?? []).reduce((all, column) => all + Number(cells[column]), 0);

          expect([key, cells, await listed(href)]).toEqual([key, cells, sum]);
          for (const [column, path] of Object.entries(hrefs))
            expect([key, column, await listed(path)]).toEqual([key, column, cells[column]]);
        }
});

it("the backlog is answered in as many weeks as very many futures of our own need", async () => {
  const today = dayAt(new Date(), leader.timeZone);
  for (const input of questions.filter((_, nth) => nth % 2 === 0)) {
    const { at, sections } = await asked("pipeline", input);
    const [first, emptied] = (sections.find(({ key }) => key === "backlogForecast")?.rows ?? []).map(
      ({ cells }) => cells,
    );
    const [backlog, changes] = [backlogIn(world, input), changesIn(world, input, at)];

    for (const [cells, weekly] of [
      [first, changes.first],
      [emptied, changes.emptied],
    ] as const) {
      const futures = futuresOf(backlog, weekly);
      expect(cells?.ideas).toBe(backlog);
      for (const [key, share] of [
        ["early", 0.1],
        ["likely", 0.5],
        ["late", 0.9],
      ] as const)
        expect([input, key, cells?.[key], isAsFar(share, cells?.[key], today, futures)]).toEqual([
          input,
          key,
          cells?.[key],
          true,
        ]);
      const isGrowing = weekly.reduce((sum, change) => sum + change, 0) >= 0;
      const word = cells?.likely ? "inSight" : isGrowing ? "neverAtThisPace" : "beyondTenYears";
      expect(cells?.outlook).toBe(`pipeline.${word}`);
    }
  }
});

it("what has changed since a visit is what rows say that happened after it", async () => {
  await keepPromises();
  for (const days of [0, 3, 7, 40, 400])
    for (const input of questions) {
      const at = new Date(Date.now() - days * 86_400_000);
      await db.leaderVisit.deleteMany();
      // Whoever was here within hours is told of what happened since the visit before.
      await db.leaderVisit.create({
        data: days === 0 ? { personId: leader.id, at: new Date(), beforeAt: at } : { personId: leader.id, at },
      });
      expect(await changesFor(leader, input as InsightsInput)).toEqual(await slowChanges(world, input, at));
    }
});

it("one can choose every month from the first idea to this one, and is told of when figures are", async () => {
  const first = world.ideas.map(({ postedOn }) => postedOn.slice(0, 7)).sort()[0];
  for (const input of questions) {
    const { from, to, choosable, freshAt } = await findFrame(leader, input as InsightsInput);
    const months = monthsAsked(input, world, new Date());
    const early = [first ?? "", from].sort()[0];

    expect([from, to]).toEqual([months[0], months.at(-1)]);
    expect(choosable.toReversed()).toEqual(monthsAsked({ from: early }, world, new Date()));
    expect(freshAt).toEqual((await db.insightMark.findFirst())?.countedAt ?? null);
  }
});

it.each(groups)(
  "the page, the API, a workbook, a table and the feed say the same under %s, cell by cell",
  async (group) => {
    for (const input of [questions[1] ?? {}, questions[5] ?? {}]) {
      const { sections } = await asked(group, input);
      const take = (format: "xlsx" | "csv") =>
        takeAlong(leader, { ...input, part: group, format } as ExportInput).then(bytesOf);
      const told = await tellGroup(leader, { ...(input as InsightsInput), group });
      const [, ...sheets] = sheetsOf(await take("xlsx"));
      const csv = bare(tableOf((await take("csv")).toString()));
      const label = ({ label: name }: Column) => t(name);

      expect(
        JSON.parse(JSON.stringify(told.sections)).map(({ key, rows }: Section) => [
          key,
          rows.map(({ cells }) => cells),
        ]),
      ).toEqual(
        sections.map(({ key, columns, rows }) => [
          key,
          rows.map(({ cells }) => Object.fromEntries(columns.map((one) => [one.key, inApi(cells[one.key], one.kind)]))),
        ]),
      );
      expect(sheets.map(bare)).toEqual(
        sections.map((one) =>
          bare(
            linesOf(
              one,
              (column) => [label(column)],
              (cell, kind) => [inWorkbook(cell, kind)],
            ),
          ),
        ),
      );
      const currencyOf = (column: Column) => t("exports.currencyOf", { column: label(column) });
      const heads = (column: Column) =>
        column.kind === "money" ? [label(column), currencyOf(column)] : [label(column)];
      const tables = sections.flatMap((one) => bare(linesOf(one, heads, inTable)));
      expect(csv.slice(-tables.length)).toEqual(tables);

      const isName = ({ kind }: Column) => ["text", "word", "idea", "month", "date"].includes(kind);
      const measures = sections.flatMap(({ key, columns, rows }) => {
        const first = columns.findIndex((column) => !isName(column));
        const figures = first < 0 ? [] : columns.slice(first);
        return rows.flatMap(({ cells }) =>
          figures.map((one) => {
            const cell = cells[one.key];
            const isFew = typeof cell === "object" && cell !== null && "hidden" in cell;
            return [key, one.key, isFew ? null : inFile(cell, one.kind), isFew ? "few" : null];
          }),
        );
      });
      const [, ...lines] = tableOf((await bytesOf(await insightsFeed(leader, input as InsightsInput))).toString());
      const fed = bare(
        lines.filter(([of]) => of === group).map((line) => [line[1], line[6], line[8], line[9]] as Field[]),
      );
      expect(fed).toEqual(bare(measures as Field[][]));
    }
  },
);

it("the month's letter says of the year up to a month what its slow counts say", async () => {
  const month = monthAfter(dayAt(new Date(), leader.timeZone).slice(0, 7), -1);
  const input = { from: monthAfter(month, -11), to: month };
  const report = await gather(leader, "leader", input as InsightsInput);
  const to = {
    personId: leader.id,
    email: "grace@example.org",
    locale: leader.locale,
    organisation: report.organisation,
  };
  const said = new Set(monthlyLetter(report, to).sections.flatMap(({ items }) => items.map(({ title }) => title)));
  const counted = Object.values(slowLeader).map((count) => count(world, input, new Date()));
  const claims = counted.flatMap(({ rows, figure, says: [claim] }) =>
    (rows.length > 0 || figure) && claim ? [t(claim.key as MessageKey, claim.values as Record<string, string>)] : [],
  );

  const heads = monthlyLetter(report, to).sections.flatMap(({ items }) => items.map(({ headline }) => headline));
  for (const [key, kind] of [
    ["implementedShare", "share"],
    ["timeToAnswer", "days"],
    ["benefit", "money"],
  ] as const) {
    const { value = null } = (slow[key] as SlowSection)(world, input, new Date()).figure ?? {};
    const head = `${t(`insights.${key}`)}: ${cellText(value, kind, report.voice)}`;
    expect(value === null || heads.some((one) => one.startsWith(head))).toBe(true);
  }
  expect(claims.length).toBeGreaterThan(4);
  expect(claims.filter((claim) => !said.has(claim))).toEqual([]);
});
