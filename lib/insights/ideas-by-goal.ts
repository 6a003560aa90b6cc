import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import { locales } from "../platform/i18n/locales";
import { translator } from "../platform/i18n/translate";
import { factsInSql } from "./facts-in";
import { listPath } from "./list-path";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Section } from "./section";

type GoalRow = {
  id: string;
  name: string;
  isRetired: boolean;
  waiting: number;
  backed: number;
  implemented: number;
  declined: number;
  ideas: number;
  support: number;
};

/** Each goal with what became of its ideas; a retired one only where ideas serve it. */
async function goalsIn({ locale }: Actor, scope: Scope): Promise<GoalRow[]> {
  const rows = await db.$queryRaw<GoalRow[]>`
    with counted as (
      select g.goal_id,
             count(*) filter (where f.status in ('submitted', 'in_review'))::int as waiting,
             count(*) filter (where f.status in ('accepted', 'in_progress'))::int as backed,
             count(*) filter (where f.status = 'implemented')::int as implemented,
             count(*) filter (where f.status in ('declined', 'archived'))::int as declined,
             count(*)::int as ideas,
             sum(n.votes + coalesce(x.supporters, 0))::int as support
        from idea_fact f
        join idea_goal g on g.idea_id = f.idea_id
        join idea_tally n on n.idea_id = f.idea_id
        left join external_support x on x.idea_id = f.idea_id
       where ${factsInSql(scope)}
       group by g.goal_id
    )
    select g.id,
           (select w.name
              from goal_wording w
             where w.goal_id = g.id
             order by w.locale <> ${locale}, array_position(${locales as unknown as string[]}::text[], w.locale)
             limit 1) as name,
           g.retired_at is not null as "isRetired",
           coalesce(c.waiting, 0) as waiting,
           coalesce(c.backed, 0) as backed,
           coalesce(c.implemented, 0) as implemented,
           coalesce(c.declined, 0) as declined,
           coalesce(c.ideas, 0) as ideas,
           coalesce(c.support, 0) as support
      from goal g
      left join counted c on c.goal_id = g.id
     where g.retired_at is null or c.ideas > 0
     order by g.retired_at is not null, g.position, g.id`;
  return rows.map((row) => ({ ...row, name: row.name ?? "" }));
}

async function servingIn(scope: Scope): Promise<{ ideas: number; serving: number }> {
  const [counted] = await db.$queryRaw<{ ideas: number; serving: number }[]>`
    select count(*)::int as ideas,
           count(g.idea_id)::int as serving
      from idea_fact f
      left join idea_goal g on g.idea_id = f.idea_id and g.place = 1
     where ${factsInSql(scope)}`;
  return counted ?? { ideas: 0, serving: 0 };
}

function saysOf({ locale }: Actor, goals: GoalRow[], counted: { ideas: number; serving: number }): Section["says"] {
  const t = translator(locale);
  const inUse = goals.filter(({ isRetired }) => !isRetired);
  if (inUse.length === 0) return [{ key: "goals.noGoals" }];
  const without = inUse.filter(({ ideas }) => ideas === 0).map(({ name }) => t("goals.quoted", { name }));
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return [
    { key: "goals.serving", values: counted },
    ...(without.length > 0
      ? [{ key: "goals.goalsWithout" as const, values: { count: without.length, names: list.format(without) } }]
      : []),
    { key: "goals.countedAtEach" },
  ];
}

/** The organisation's goals, with the ideas that serve them, what became of those, and which goals have none. */
export async function ideasByGoal(actor: Actor, input: InsightsInput, scope: Scope): Promise<Section> {
  const [goals, counted] = await Promise.all([goalsIn(actor, scope), servingIn(scope)]);
  return {
    key: "goals",
    title: "goals.sectionGoals",
    says: saysOf(actor, goals, counted),
    chart: { kind: "stacked", label: "goal", parts: ["waiting", "backed", "implemented", "declined"] },
    columns: [
      { key: "goal", label: "goals.columnGoal", kind: "text" },
      { key: "waiting", label: "goals.columnWaiting", kind: "count" },
      { key: "backed", label: "goals.columnBacked", kind: "count" },
      { key: "implemented", label: "goals.columnImplemented", kind: "count" },
      { key: "declined", label: "goals.columnDeclined", kind: "count" },
      { key: "ideas", label: "goals.columnIdeas", kind: "count" },
      { key: "support", label: "goals.columnSupport", kind: "count" },
    ],
    rows: goals.map(({ id: goal, isRetired: _, name, ...figures }) => ({
      cells: { goal: name, ...figures },
      href: listPath("posted", input, { goal }),
    })),
    terms: ["goal", "period"],
  };
}
