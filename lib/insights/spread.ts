import { db, type Prisma } from "../platform/db/client";
import { FEWEST_PEOPLE } from "./few";
import type { Cell, Section } from "./section";
import { dayIn } from "./taking-part";

/** Of fewer people a measure of how evenly something is spread says next to nothing. Chosen by us. */
const FEWEST_SPREAD = 20;

type Spread = {
  what: "votes" | "comments" | "ideas";
  people: number;
  total: number;
  gini: number | null;
  top: number | null;
};

/** How evenly votes, comments and ideas are spread over people, those with none included. */
const spreadsOf = (months: string[], those: Prisma.Sql): Promise<Spread[]> => db.$queryRaw<Spread[]>`
  with done as (
    select m.person_id, sum(m.votes) as votes, sum(m.comments) as comments, sum(m.ideas) as ideas
      from person_month m
     where m.month ${dayIn(months)}
     group by 1
  ), each as (
    select w.what, coalesce(w.amount, 0) as amount,
           row_number() over (partition by w.what order by coalesce(w.amount, 0)) as place,
           count(*) over (partition by w.what) as people
      from voice v
      left join done d on d.person_id = v.person_id
      left join done u on u.person_id = v.counted_as
     cross join lateral (values ('votes', u.votes), ('comments', d.comments), ('ideas', d.ideas)) w (what, amount)
     where ${those}
  )
  select what,
         max(people)::int as people,
         sum(amount)::int as total,
         (2 * sum(place * amount) / nullif(max(people) * sum(amount), 0) - (max(people) + 1.0) / max(people))::float8 as gini,
         (sum(amount) filter (where place > people - ceil(people * 0.05)) / nullif(sum(amount), 0))::float8 as top
    from each
   group by what
   order by array_position(array['votes', 'comments', 'ideas'], what)`;

const names = {
  votes: "participation.votes",
  comments: "participation.comments",
  ideas: "participation.ideas",
} as const;

const few: Cell = { hidden: "few" };

/** Whether a few carry it all: how evenly votes, comments and ideas are spread over the people who are asked about. */
export async function concentration(months: string[], those: Prisma.Sql): Promise<Section> {
  const spreads = await spreadsOf(months, those);
  const told = spreads.map(({ what, people, total, gini, top }) => ({
    what: names[what],
    total: people < FEWEST_SPREAD ? few : total,
    gini: people < FEWEST_SPREAD ? few : gini && Math.round(gini * 100) / 100,
    top: Math.ceil(people * 0.05) < FEWEST_PEOPLE ? few : top && Math.round(top * 100) / 100,
  }));
  const votes = told[0];
  return {
    key: "concentration",
    title: "participation.concentration",
    says: [
      typeof votes?.top === "number"
        ? { key: "participation.concentrationSays", values: { share: `${Math.round(votes.top * 100)} %` } }
        : { key: "participation.concentrationFew" },
      { key: "participation.concentrationLimit" },
    ],
    ...(typeof votes?.top === "number" && { chart: { kind: "bars", label: "what", value: "top" } }),
    columns: [
      { key: "what", label: "participation.columnWhat", kind: "word" },
      { key: "total", label: "participation.columnTotal", kind: "count" },
      { key: "top", label: "participation.columnTop", kind: "share" },
      { key: "gini", label: "participation.columnGini", kind: "number" },
    ],
    rows: told.filter(({ gini }) => typeof gini === "number").map((cells) => ({ cells })),
    terms: ["topShare", "gini"],
  };
}
