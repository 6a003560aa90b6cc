import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { db } from "../platform/db/client";
import { narrowedTo } from "./narrowed";
import type { Changes, InsightsInput } from "./schema";
import { scopeOf } from "./scope";

/** Looking again so soon is the same visit. Chosen by us. In hours. */
const SAME_VISIT_H = 4;

/** Whoever never was here is told of so many days. */
const FIRST_DAYS = 7;

async function sinceWhen(actor: Actor): Promise<Date> {
  const visit = await db.leaderVisit.findUnique({ where: { personId: actor.id } });
  const isSame = visit && now().getTime() - visit.at.getTime() < SAME_VISIT_H * 3_600_000;
  return (isSame ? visit.beforeAt : visit?.at) ?? new Date(now().getTime() - FIRST_DAYS * 86_400_000);
}

/**
 * What has happened since `actor` last looked at the leader's page, in the units that it is narrowed to. What an import
 * brought happened when its source says, and what both the log and an answer tell of happened once.
 */
export async function changesFor(actor: Actor, input: InsightsInput): Promise<Changes> {
  authorize(actor, "insights.read");
  const [since, scope] = await Promise.all([sinceWhen(actor), scopeOf(actor, input)]);
  const [counted] = await db.$queryRaw<Omit<Changes, "since">[]>`
    with happened as (
      select i.id as idea_id, 'posted' as what, null as "from"
        from idea i
       where i.submitted_at > ${since}
       union all
      select e.subject_id, case when e.type = 'idea.moved' then e.payload ->> 'to' else 'broken' end, e.payload ->> 'from'
        from event e
       where e.type in ('idea.moved', 'review.escalated')
         and e.at > ${since}
       union all
      select d.idea_id, d.to_status::text, d.from_status::text
        from decision d
       where d.decided_at > ${since}
    )
    select count(*) filter (where h.what = 'posted')::int as posted,
           count(distinct h.idea_id) filter (where h.what = 'accepted'
                                               and coalesce(h."from", 'submitted') in ('submitted', 'in_review'))::int
             as accepted,
           count(distinct h.idea_id) filter (where h.what = 'declined')::int as declined,
           count(distinct h.idea_id) filter (where h.what = 'implemented')::int as implemented,
           count(*) filter (where h.what = 'broken')::int as broken
      from happened h
      join idea_fact f on f.idea_id = h.idea_id
     where true
       ${narrowedTo(scope, "f")}`;
  return { since, ...(counted ?? { posted: 0, accepted: 0, declined: 0, implemented: 0, broken: 0 }) };
}

/** Remembers that `actor` has looked at the leader's page. Looking again within hours changes nothing. */
export async function noteVisit(actor: Actor): Promise<void> {
  authorize(actor, "insights.read");
  await db.$executeRaw`
    insert into leader_visit (person_id) values (${actor.id}::uuid)
        on conflict (person_id) do update
       set before_at = leader_visit.at, at = now()
     where leader_visit.at < now() - make_interval(hours => ${SAME_VISIT_H}::int)`;
}
