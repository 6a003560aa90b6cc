import type { Actor } from "@/lib/access/actor";
import { participation } from "@/lib/insights/participation";
import type { InsightsInput } from "@/lib/insights/schema";
import type { Row, Section } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import { namedGroups } from "./slow-groups";
import { type SlowPerson, slowPeople } from "./slow-people";

/** What was asked and told, the people it is about, the months that are over, as many before; and all of these, over or not. */
export type Asked = {
  input: InsightsInput;
  sections: Section[];
  people: SlowPerson[];
  months: string[];
  before: string[];
  all: string[];
  allBefore: string[];
};

type Groups = Awaited<ReturnType<typeof namedGroups>>;

/** A month as its number since the year 0. */
export const indexOf = (month = "") => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthAt = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
/** All months from one to another, as they are counted since the year 0. */
export const monthsIn = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => monthAt(first + at));

const mostOf = (ids: (string | null | undefined)[]): string => {
  const counts = Map.groupBy(ids.filter(Boolean) as string[], (id) => id);
  return [...counts].sort(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? "";
};

const whole = (months: string[], length: 3 | 6) =>
  [...Map.groupBy(months, (month) => Math.floor(indexOf(month) / length)).values()].filter(
    (part) => part.length === length,
  );

/** The last half-year of a calendar that lies within these months. */
export const halfYearIn = (months: string[]) => whole(months, 6).at(-1) ?? [];

/** All quarters of a calendar that lie within these months. */
export const quartersIn = (months: string[]) => whole(months, 3).flat();

/** The whole, a department, a place, and what is narrowed twice: in two years, one, a half-year, a month, and until now. */
function inputs(people: SlowPerson[], category: string, until: string): InsightsInput[] {
  const now = indexOf(until);
  const between = (from: number, to: number) => ({ from: monthAt(from), to: monthAt(to) });
  const [all, year, last, withOpen] = [
    between(now - 24, now - 1),
    between(now - 12, now - 1),
    between(now - 1, now - 1),
    between(now - 11, now),
  ];
  const half = { from: monthAt(now - 6 - (now % 6)), to: monthAt(now - 1 - (now % 6)) };
  const department = mostOf(people.map(({ departments }) => departments.at(-1)));
  const [place, site] = [
    mostOf(people.map(({ places }) => places.at(-1))),
    mostOf(people.map(({ places }) => places[0])),
  ];
  return [
    ...[all, year, last, withOpen, half],
    ...[year, half, last].map((period) => ({ ...period, department })),
    ...[year, half, last].map((period) => ({ ...period, place })),
    ...[
      { ...withOpen, place: site },
      { ...year, department, place },
      { ...year, category },
    ],
  ] as InsightsInput[];
}

/** Asks for everything about people, of several periods and units, and lists who they are; `until` is the first month not over. */
export async function askForAll(leader: Actor): Promise<{ asked: Asked[]; until: string; groups: Groups }> {
  const everybody = await slowPeople();
  const until = (await db.insightMark.findFirstOrThrow()).peopleUntil?.toISOString().slice(0, 7) ?? "";
  const category = mostOf((await db.idea.findMany()).map(({ categoryId }) => categoryId));
  const asked: Asked[] = [];
  for (const input of inputs(everybody, category, until)) {
    const { department, place, from, to } = input;
    const isHere = ({ departments, places }: SlowPerson) =>
      !(department && place) && (!department || departments.includes(department)) && (!place || places.includes(place));
    const all = monthsIn(indexOf(from), indexOf(to));
    const months = all.filter((month) => month < until);
    const before = (count: number) => monthsIn(indexOf(from) - count, indexOf(from) - 1);
    asked.push({
      ...{ input, sections: await participation(leader, input), people: everybody.filter(isHere) },
      ...{ months, before: before(months.length), all, allBefore: before(all.length) },
    });
  }
  return { asked, until, groups: await namedGroups() };
}

/** The rows of a section; none where it is not told. */
export const rowsOf = ({ sections }: Asked, key: string): Row[] => sections.find((one) => one.key === key)?.rows ?? [];
