import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { db } from "../platform/db/client";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idsIn = (payload: Record<string, unknown>): string[] =>
  Object.values(payload)
    .flat()
    .filter((value): value is string => typeof value === "string" && ID.test(value));

/** What the people, groups, goals and ideas are called that payloads of events name by their ids. */
export async function namesIn(actor: Actor, payloads: Record<string, unknown>[]): Promise<Record<string, string>> {
  const ids = [...new Set(payloads.flatMap(idsIn))];
  if (ids.length === 0) return {};
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select p.id, p.name from person p where p.id = any(${ids}::uuid[])
     union all
    select g.id, g.name::text from reviewer_group g where g.id = any(${ids}::uuid[])
     union all
    (select distinct on (w.goal_id) w.goal_id, w.name
       from goal_wording w
      where w.goal_id = any(${ids}::uuid[])
      order by w.goal_id, w.locale <> ${actor.locale}, w.locale)
     union all
    select i.id, i.title from idea i where i.id = any(${ids}::uuid[]) and ${visibleIdeasSql(actor)}`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
