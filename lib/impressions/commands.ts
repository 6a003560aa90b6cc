import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { votableStates } from "../ideas/states";
import { transaction } from "../platform/db/client";
import { env } from "../platform/env";
import { bandOf } from "./bands";
import type { SightingsInput } from "./schema";

/**
 * So many ideas can come before somebody's eyes for the first time in a day. Chosen by us: twenty-five pages of a list,
 * more than anybody reads, and few enough that a program in a browser fills no tables.
 */
export const MOST_PER_DAY = 500;

/** A vote that came so shortly before a sighting may have been cast on it: clocks and networks differ. In seconds. */
const LEEWAY_S = 5;

/** Whether it is remembered what somebody has had before their eyes: only of those who can vote, in their browser. */
export const notesSightingsOf = (actor: Actor): boolean =>
  env().IMPRESSIONS && actor.via === "web" && can(actor, "idea.vote", { authorId: null });

/**
 * Remembers what `actor` has had before their eyes, once per idea: what it says is evidence of who had the choice to
 * support an idea and did or did not. So only those count who can vote for it and have not yet; an own idea, one that
 * takes no votes and one that may not be seen are passed over in silence, and so is everything that a program reads.
 *
 * One statement. Rows are written in one order, so that batches which come at the same time wait for each other and never
 * in a circle: that is also why it says itself what has to be ranked anew, which triggers would say in an order of their
 * own. The same batch again changes nothing. That somebody read anything in this month is remembered apart from what it was.
 */
export async function noteSightings(actor: Actor, { sightings }: SightingsInput): Promise<void> {
  if (!notesSightingsOf(actor)) return;
  const told = JSON.stringify(sightings.map((sighting) => ({ ...sighting, band: bandOf(sighting.position) })));
  await transaction(
    (tx) => tx.$executeRaw`
    with told as materialized (
      select distinct on (s."ideaId") s.*
        from jsonb_to_recordset(${told}::jsonb)
          as s ("ideaId" uuid, place text, "order" text, position int, band int, ago int)
       order by s."ideaId", s.band = 0, s.ago desc
    ), counting as materialized (
      select t.*
        from told t
        join idea i on i.id = t."ideaId"
       where ${visibleIdeasSql(actor)}
         and i.status = any (${votableStates}::idea_status[])
         and i.author_id is distinct from ${actor.id}::uuid
         and not exists (select
                           from family_member f
                           join vote v on v.idea_id = f.member_id
                          where f.idea_id = i.id
                            and v.voter_id = ${actor.id}::uuid
                            and v.created_at < now() - make_interval(secs => t.ago + ${LEEWAY_S}::int))
       order by t."ideaId"
       limit greatest(0, ${MOST_PER_DAY}::int - (
               select count(*)
                 from (select
                         from impression m
                        where m.person_id = ${actor.id}::uuid
                          and m.seen_on = current_date
                        limit ${MOST_PER_DAY}::int) today))
    ), noted as (
      insert into impression (idea_id, person_id, place, list_order, position, band, seen_on, last_on)
      select c."ideaId", ${actor.id}::uuid, c.place, c."order", c.position, c.band, current_date, current_date
        from counting c
       order by c."ideaId"
          on conflict (idea_id, person_id) do update
         set last_on = excluded.last_on
       where impression.last_on < excluded.last_on
      returning new.idea_id, new.band, old.idea_id is null as is_first
    ), counted as (
      insert into exposure (idea_id, seen_on, band, people)
      select n.idea_id, current_date, n.band, 1
        from noted n
       where n.is_first
       order by n.idea_id
          on conflict (idea_id, seen_on, band) do update
         set people = exposure.people + 1
      returning idea_id
    ), is_reading as (
      insert into reading (person_id, month)
      select ${actor.id}::uuid, date_trunc('month', now() at time zone ${actor.timeZone})::date
       where exists (select from told t join idea i on i.id = t."ideaId" where ${visibleIdeasSql(actor)})
          on conflict do nothing
    )
    insert into exposure_due (idea_id)
    select c.idea_id from counted c order by c.idea_id
        on conflict do nothing`,
  );
}
