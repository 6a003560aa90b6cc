import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import { FEWEST_PEOPLE } from "./few";
import { countedHere } from "./participation-of";
import { saidShare } from "./said-share";
import type { Scope } from "./scope";
import type { Cell, Section } from "./section";
import { spansOver, timesOf } from "./taking-part";

/** Of fewer people a measure of how evenly something is spread says next to nothing. Chosen by us. */
const FEWEST_SPREAD = 20;

type Spread = {
  what: "votes" | "comments" | "ideas";
  people: number;
  total: number;
  gini: number | null;
  top: number | null;
};

/**
 * How evenly votes, comments and ideas are spread over people, those with none included. Places are those of people from
 * the one with the least to the one with the most; people with as much are taken together.
 */
const spreadsOf = (scope: Scope): Promise<Spread[]> => db.$queryRaw<Spread[]>`
  with counted as (
    select case when grouping(v.votes) = 0 then 'votes' when grouping(v.comments) = 0 then 'comments' else 'ideas' end as what,
           coalesce(v.votes, v.comments, v.ideas)::numeric as amount,
           count(*) as alike
      from (
             select ${timesOf("votes")} as votes, ${timesOf("comments")} as comments, ${timesOf("ideas")} as ideas
               from ${spansOver(scope.months)} v
              where ${countedHere(scope)}
             offset 0
           ) v
     group by grouping sets ((v.votes), (v.comments), (v.ideas))
  ), placed as (
    select c.*,
           sum(c.alike) over (partition by c.what order by c.amount) as upto,
           sum(c.alike) over (partition by c.what) as people
      from counted c
  )
  select what,
         max(people)::int as people,
         sum(amount * alike)::int as total,
         (sum(amount * alike * (2 * upto - alike + 1)) / nullif(max(people) * sum(amount * alike), 0)
           - (max(people) + 1.0) / max(people))::float8 as gini,
         (sum(amount * least(alike, greatest(0, upto - people + ceil(people * 0.05)))) / nullif(sum(amount * alike), 0))::float8
           as top
    from placed
   group by what
   order by array_position(array['votes', 'comments', 'ideas'], what)`;

const names = {
  votes: "participation.votes",
  comments: "participation.comments",
  ideas: "participation.ideas",
} as const;

const few: Cell = { hidden: "few" };

/** Whether a few carry it all: how evenly votes, comments and ideas are spread over the people who are asked about. */
export async function concentration(actor: Actor, scope: Scope): Promise<Section> {
  const spreads = await spreadsOf(scope);
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
        ? { key: "participation.concentrationSays", values: { share: saidShare(actor, votes.top) } }
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
