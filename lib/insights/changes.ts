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

/** What has happened since `actor` last looked at the leader's page, in the units that it is narrowed to. */
export async function changesFor(actor: Actor, input: InsightsInput): Promise<Changes> {
  authorize(actor, "insights.read");
  const [since, scope] = await Promise.all([sinceWhen(actor), scopeOf(actor, input)]);
  const [counted] = await db.$queryRaw<Omit<Changes, "since">[]>`
    select count(*) filter (where e.type = 'idea.submitted')::int as posted,
           count(*) filter (where e.payload ->> 'to' = 'accepted'
                              and e.payload ->> 'from' in ('submitted', 'in_review'))::int as accepted,
           count(*) filter (where e.payload ->> 'to' = 'declined')::int as declined,
           count(*) filter (where e.payload ->> 'to' = 'implemented')::int as implemented,
           count(*) filter (where e.type = 'review.escalated')::int as broken
      from event e
      join idea_fact f on f.idea_id = e.subject_id
     where e.type in ('idea.submitted', 'idea.moved', 'review.escalated')
       and e.at > ${since}
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
