import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import { translator } from "../platform/i18n/translate";
import { ideasPath } from "./ideas-path";
import { narrowedTo } from "./narrowed";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Section } from "./section";

/** Longer lists say no more; the rest is in the table of a department. Chosen by us. */
const MOST = 25;

type Waiting = {
  id: string | null;
  name: string | null;
  ideas: number;
  long: number;
  median: number | null;
  oldest: number | null;
  /** How many ideas wait in all of them, also in those that are not listed. */
  all: number;
};

/** The departments right below the one that is asked for, or the uppermost ones, each with all that hangs below it. */
const waitingIn = (scope: Scope, today: string): Promise<Waiting[]> => db.$queryRaw<Waiting[]>`
  with unit as materialized (
    select u.unit_id, d.id, d.name::text as name
      from unit_above u
      join department d on d.id = u.above_id
     where u.dimension = 'department'
       and d.parent_id is not distinct from ${scope.department}::uuid
  )
  select u.id::text,
         min(u.name) as name,
         count(*)::int as ideas,
         (count(*) filter (where ${today}::date - entered_on > 90))::int as long,
         percentile_disc(0.5) within group (order by ${today}::date - entered_on) as median,
         max(${today}::date - entered_on) as oldest,
         (sum(count(*)) over ())::int as all
    from idea_stay
    left join unit u on u.unit_id = department_id
   where became is null
     and status in ('submitted', 'in_review')
         ${narrowedTo(scope)}
   group by 1
   order by 3 desc, 2
   limit ${MOST}`;

/** Where ideas wait for a decision at this moment: in which departments, and for how long already. */
export async function waitingUnits(actor: Actor, input: InsightsInput, scope: Scope, today: string): Promise<Section> {
  const waiting = await waitingIn(scope, today);
  const [first] = waiting.filter(({ id }) => id !== null);
  return {
    key: "waitingUnits",
    title: "pipeline.units",
    says: [
      first
        ? { key: "pipeline.unitsSays", values: { unit: first.name ?? "", ideas: first.ideas, all: first.all } }
        : { key: "pipeline.unitsNothing" },
    ],
    chart: { kind: "bars", label: "unit", value: "ideas", beside: "long" },
    columns: [
      { key: "unit", label: "pipeline.columnUnit", kind: "text" },
      { key: "ideas", label: "pipeline.columnWaiting", kind: "count" },
      { key: "long", label: "pipeline.columnLong", kind: "count" },
      { key: "median", label: "pipeline.columnMedianAge", kind: "days" },
      { key: "oldest", label: "pipeline.columnOldest", kind: "days" },
    ],
    rows: waiting.map(({ id, name, ideas, long, median, oldest }) => ({
      cells: { unit: name ?? translator(actor.locale)("pipeline.unitNone"), ideas, long, median, oldest },
      ...(id && { href: ideasPath({ ...input, department: id }, ["submitted", "in_review"]) }),
    })),
    terms: ["ageing", "median"],
  };
}
