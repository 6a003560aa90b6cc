import { statusNames } from "../ideas/states";
import { db } from "../platform/db/client";
import { ideasPath } from "./ideas-path";
import { narrowedTo } from "./narrowed";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Cell, Column, Row, Said, Section } from "./section";
import { waitingStates } from "./waiting-states";

/** Where one band of ages ends and the next begins, in days. Chosen by us: a week, a month, a quarter, a half, a year. */
const BANDS = [8, 31, 91, 181, 366];

const bands = ["week", "month", "quarter", "half", "year", "longer", "unknown"] as const;

const labels = {
  week: "pipeline.bandWeek",
  month: "pipeline.bandMonth",
  quarter: "pipeline.bandQuarter",
  half: "pipeline.bandHalf",
  year: "pipeline.bandYear",
  longer: "pipeline.bandLonger",
  unknown: "pipeline.bandUnknown",
} as const;

type Aged = { status: (typeof waitingStates)[number]; band: number | null; ideas: number; oldest: number | null };

const agedIn = (scope: Scope, today: string): Promise<Aged[]> => db.$queryRaw<Aged[]>`
  select status::text,
         width_bucket(${today}::date - entered_on, ${BANDS}::int[]) as band,
         count(*)::int as ideas,
         max(${today}::date - entered_on) as oldest
    from idea_stay
   where became is null
     and status in ('submitted', 'in_review', 'accepted', 'in_progress')
         ${narrowedTo(scope)}
   group by 1, 2`;

const sum = (aged: Aged[]) => aged.reduce((all, { ideas }) => all + ideas, 0);
const oldestOf = (aged: Aged[]) =>
  aged.reduce<number | null>(
    (oldest, { oldest: days }) => (days === null ? oldest : Math.max(oldest ?? 0, days)),
    null,
  );

function rowOf(input: InsightsInput, status: (typeof waitingStates)[number], aged: Aged[]): Row {
  const here = aged.filter((one) => one.status === status);
  const inBand = (at: number) => sum(here.filter(({ band }) => (band ?? BANDS.length + 1) === at));
  const counts = Object.fromEntries(bands.map((name, at): [string, Cell] => [name, inBand(at)]));
  return {
    cells: { state: statusNames[status], ideas: sum(here), ...counts, oldest: oldestOf(here) },
    href: ideasPath(input, [status]),
  };
}

function says(aged: Aged[]): Said[] {
  const open = aged.filter(({ status }) => status === "submitted" || status === "in_review");
  const oldest = oldestOf(open);
  const long = sum(open.filter(({ band }) => band !== null && band >= 3));
  const unknown = sum(aged.filter(({ band }) => band === null));
  return [
    oldest === null
      ? { key: "pipeline.ageingNothing" }
      : { key: "pipeline.ageingSays", values: { ideas: sum(open), long, oldest } },
    ...(unknown > 0 ? [{ key: "pipeline.ageingUnknown" as const, values: { unknown } }] : []),
  ];
}

/** How many ideas wait in which state at this moment, and for how long already. */
export async function ageing(input: InsightsInput, scope: Scope, today: string): Promise<Section> {
  const aged = await agedIn(scope, today);
  const inBands = bands.map((name): Column => ({ key: name, label: labels[name], kind: "count" }));
  return {
    key: "ageing",
    title: "pipeline.ageing",
    says: says(aged),
    chart: { kind: "stacked", label: "state", parts: [...bands] },
    columns: [
      { key: "state", label: "ideas.status", kind: "word" },
      { key: "ideas", label: "pipeline.columnIdeas", kind: "count" },
      ...inBands,
      { key: "oldest", label: "pipeline.columnOldest", kind: "days" },
    ],
    rows: waitingStates.map((status) => rowOf(input, status, aged)),
    terms: ["ageing"],
  };
}
