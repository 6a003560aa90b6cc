import type { Actor } from "../access/actor";
import { notOwingMarksSql } from "../evaluation/open-book";
import { statusNames } from "../ideas/states";
import { db, Prisma } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { formatter } from "../platform/i18n/translate";
import { factsInSql } from "./facts-in";
import type { Scope } from "./scope";
import type { Section } from "./section";

/** More dots than this nobody reads. Chosen by us. */
const MOST_SHOWN = 60;

/** The middle of the marks from 1 to 5: what lies on it or above is much. */
const MIDDLE = 3;

type Scored = {
  ideaId: string;
  title: string;
  status: IdeaStatus;
  value: number;
  effort: number;
  risk: number | null;
  reviewers: number;
  votes: number;
  ideas: number;
  quickWins: number;
};

/**
 * The ideas with most value for their effort first. What `actor` may not know of an evaluation is in no figure: their own
 * ideas, and those that they still have to mark.
 */
const scoredIn = (actor: Actor, scope: Scope): Promise<Scored[]> => db.$queryRaw<Scored[]>`
  with scored as (
    select f.idea_id, f.status, s.value::float8 as value, (6 - s.cost)::float8 as effort, s.risk::float8 as risk, s.reviewers
      from idea_score s
      join idea_fact f on f.idea_id = s.idea_id
     where ${factsInSql(scope)}
       and s.value is not null
       and s.cost is not null
       and f.author_id is distinct from ${actor.id}::uuid
       and ${notOwingMarksSql(actor, Prisma.sql`f.idea_id`)}
  ), shown as (
    select *
      from scored s
     order by s.value - s.effort desc, s.value desc, s.idea_id
     limit ${MOST_SHOWN}
  ), counted as (
    select count(*)::int as ideas,
           count(*) filter (where s.value >= ${MIDDLE} and s.effort < ${MIDDLE})::int as quick_wins
      from scored s
  )
  select s.idea_id as "ideaId",
         i.title,
         s.status::text,
         s.value,
         s.effort,
         s.risk,
         s.reviewers,
         n.votes + coalesce(x.supporters, 0) as votes,
         c.ideas,
         c.quick_wins as "quickWins"
    from shown s
   cross join counted c
    join idea i on i.id = s.idea_id
    join idea_tally n on n.idea_id = s.idea_id
    left join external_support x on x.idea_id = s.idea_id
   order by s.value - s.effort desc, s.value desc, s.idea_id`;

const quarters = {
  x: MIDDLE,
  y: MIDDLE,
  upLeft: "goals.corner_begin",
  upRight: "goals.corner_plan",
  downLeft: "goals.corner_aside",
  downRight: "goals.corner_leave",
} as const;

/** What is to be done with an idea of so much value and effort, in a word. */
function quarterOf({ value, effort }: Pick<Scored, "value" | "effort">) {
  if (value >= MIDDLE) return effort < MIDDLE ? ("goals.quarter_begin" as const) : ("goals.quarter_plan" as const);
  return effort < MIDDLE ? ("goals.quarter_aside" as const) : ("goals.quarter_leave" as const);
}

function saysOf({ locale, timeZone }: Actor, scored: Scored[]): Section["says"] {
  const [best] = scored;
  if (!best) return [{ key: "goals.valueNothing" }];
  const format = formatter(locale, timeZone);
  const mark = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const { ideas, quickWins, title: idea, value, effort } = best;
  return [
    { key: "goals.valueSaid", values: { ideas, quickWins, idea, value: mark(value), effort: mark(effort) } },
    ...(ideas > scored.length ? [{ key: "goals.valueShown" as const, values: { shown: scored.length, ideas } }] : []),
    { key: "goals.valueLimits" },
  ];
}

/** What reviewers make of ideas in closed evaluations: their value against their effort. */
export async function valueAndEffort(actor: Actor, scope: Scope): Promise<Section> {
  const scored = await scoredIn(actor, scope);
  return {
    key: "valueAndEffort",
    title: "goals.sectionValue",
    says: saysOf(actor, scored),
    chart: { kind: "scatter", label: "idea", x: "effort", y: "value", size: "votes", quarters },
    columns: [
      { key: "idea", label: "goals.columnIdea", kind: "idea" },
      { key: "value", label: "goals.columnValue", kind: "number" },
      { key: "effort", label: "goals.columnEffort", kind: "number" },
      { key: "quarter", label: "goals.columnQuarter", kind: "word" },
      { key: "risk", label: "goals.columnRisk", kind: "number" },
      { key: "reviewers", label: "goals.columnReviewers", kind: "count" },
      { key: "votes", label: "goals.columnSupport", kind: "count" },
      { key: "state", label: "goals.columnState", kind: "word" },
    ],
    rows: scored.map((one) => {
      const { ideaId, title: idea, status, value, effort, risk, reviewers, votes } = one;
      const state = statusNames[status];
      return {
        cells: { idea, value, effort, quarter: quarterOf(one), risk, reviewers, votes, state },
        href: `/ideas/${ideaId}`,
      };
    }),
    terms: ["valueAndEffort", "period"],
  };
}
