import { db, type Prisma } from "../platform/db/client";
import type { Section } from "./section";
import { dayIn } from "./taking-part";

type Month = { month: string; authors: number; first: number; back: number };

/** Who proposed something: for the first time ever, or for the first time after a no. */
const monthsWithNew = (months: string[], those: Prisma.Sql): Promise<Month[]> => db.$queryRaw<Month[]>`
  with posted as (
    select f.author_id, f.posted_on,
           min(f.posted_on) over (partition by f.author_id) as first_on,
           min(f.declined_on) over (partition by f.author_id) as no_on
      from idea_fact f
      join voice v on v.person_id = f.author_id
     where ${those}
  ), marked as (
    select p.*, min(p.posted_on) filter (where p.posted_on > p.no_on) over (partition by p.author_id) as back_on from posted p
  )
  select to_char(p.posted_on, 'YYYY-MM') as month,
         count(distinct p.author_id)::int as authors,
         count(distinct p.author_id) filter (where p.posted_on = p.first_on)::int as first,
         count(distinct p.author_id) filter (where p.posted_on = p.back_on)::int as back
    from marked p
   where p.posted_on ${dayIn(months)}
   group by 1`;

type Sums = { authors: number; first: number; refused: number; back: number };

/** The same for all months at once, each person once; those who heard a no in these months, and who has proposed since. */
const sumsWithNew = (months: string[], those: Prisma.Sql): Promise<Sums[]> => db.$queryRaw<Sums[]>`
  with author as (
    select f.author_id,
           min(f.posted_on) as first_on,
           max(f.posted_on) as last_on,
           bool_or(f.posted_on ${dayIn(months)}) as is_author,
           min(f.declined_on) filter (where f.declined_on ${dayIn(months)}) as no_on
      from idea_fact f
      join voice v on v.person_id = f.author_id
     where ${those}
     group by 1
  )
  select count(*) filter (where is_author)::int as authors,
         count(*) filter (where first_on ${dayIn(months)})::int as first,
         count(no_on)::int as refused,
         count(*) filter (where last_on > no_on)::int as back
    from author`;

/** Whether new people come, and whether those who heard a no come back. */
export async function newcomers(months: string[], those: Prisma.Sql): Promise<Section> {
  const [byMonth, [sums]] = await Promise.all([monthsWithNew(months, those), sumsWithNew(months, those)]);
  const found = new Map(byMonth.map((one) => [one.month, one]));
  const { authors = 0, first = 0, refused = 0, back = 0 } = sums ?? {};
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
    rows: months.map((month) => {
      const { authors, first, back } = found.get(month) ?? { authors: 0, first: 0, back: 0 };
      return { cells: { month, authors, first, back } };
    }),
    terms: ["firstTimers", "cameBack"],
  };
}
