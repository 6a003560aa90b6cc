import { db } from "../platform/db/client";
import { countedHere } from "./participation-of";
import type { Scope } from "./scope";
import type { Section } from "./section";
import { dayIn, monthsHere } from "./taking-part";

type Month = { month: string; authors: number; first: number; back: number };

/** Who proposed something: for the first time ever, or for the first time after a no. */
const monthsWithNew = (scope: Scope): Promise<Month[]> => db.$queryRaw<Month[]>`
  select to_char(m.month, 'YYYY-MM') as month,
         sum(m.proposed)::int as authors,
         sum(m.first_time)::int as first,
         sum(m.came_back)::int as back
    from ${monthsHere(scope)} m
   group by 1`;

type Sums = { refused: number; back: number };

/** All months at once, each person once: who heard a no, and who of these has proposed since. */
const sumsWithNew = (scope: Scope): Promise<Sums[]> => db.$queryRaw<Sums[]>`
  with refused as (
    select f.person_id, min(f.declined_on) as no_on
      from voice_idea f
     where f.declined_on ${dayIn(scope.months)}
     group by 1
  )
  select count(*)::int as refused, count(*) filter (where v.last_on > r.no_on)::int as back
    from refused r
    join voice_span v using (person_id)
   where ${countedHere(scope)}`;

/**
 * Whether new people come, and whether those who heard a no come back.
 *
 * @param authors how many people proposed something in the months
 */
export async function newcomers(scope: Scope, authors: number): Promise<Section> {
  const [byMonth, [sums]] = await Promise.all([monthsWithNew(scope), sumsWithNew(scope)]);
  const found = new Map(byMonth.map((one) => [one.month, one]));
  const { refused = 0, back = 0 } = sums ?? {};
  const first = byMonth.reduce((all, month) => all + month.first, 0);
  return {
    key: "newcomers",
    title: "participation.newcomers",
    says: [
      { key: "participation.newcomersSays", values: { authors, first } },
      { key: "participation.cameBackSays", values: { refused, back } },
    ],
    chart: { kind: "lines", x: "month", y: ["authors", "first", "back"] },
    columns: [
      { key: "month", label: "participation.columnMonth", kind: "month" },
      { key: "authors", label: "participation.columnAuthors", kind: "count" },
      { key: "first", label: "participation.columnFirst", kind: "count" },
      { key: "back", label: "participation.columnBack", kind: "count" },
    ],
    rows: scope.months.map((month) => {
      const { authors, first, back } = found.get(month) ?? { authors: 0, first: 0, back: 0 };
      return { cells: { month, authors, first, back } };
    }),
    terms: ["firstTimers", "cameBack"],
  };
}
