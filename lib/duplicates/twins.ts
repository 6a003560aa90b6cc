import type { Actor } from "../access/actor";
import { canMove } from "../ideas/states";
import { db } from "../platform/db/client";
import { gone } from "./commands";
import type { Twin } from "./schema";

/** Ideas as whoever decides on them sees them, whose author they learn unless they are to mark one without knowing it. */
export const twinsOf = (actor: Actor, ids: string[]): Promise<Twin[]> => db.$queryRaw<Twin[]>`
  select i.id,
         i.title,
         i.plain as text,
         i.language,
         i.status::text,
         case when blind.is_so then null
              else (select json_build_object('id', p.id, 'name', p.name) from person p where p.id = i.author_id)
         end as author,
         (select json_build_object('id', p.id, 'name', p.name) from place p where p.id = i.place_id) as place,
         i.submitted_at as "submittedAt",
         n.votes,
         n.comments,
         n.duplicates,
         r.version
    from idea i
    join idea_tally n on n.idea_id = i.id
    join review r on r.idea_id = i.id
   cross join lateral (
         select exists (
                  select from evaluation e
                    join assessment own on own.evaluation_id = e.id
                   where e.idea_id = i.id
                     and e.hides_author
                     and e.closed_at is null
                     and own.reviewer_id = ${actor.id}::uuid
                     and own.handed_in_at is null) as is_so) blind
   where i.id = any (${ids}::uuid[])`;

/** Whether one idea could become part of another one as both stand. */
export const canBecomePart = (one: Twin, other: Twin): boolean =>
  canMove("merge", one.status, "merged") && one.duplicates === 0 && !gone.includes(other.status);
