import { db } from "@/lib/platform/db/client";
import { errandsFor } from "@/lib/platform/react";
import { reactions } from "@/lib/reactions";

const errands = errandsFor(reactions);

/** Does all that follows from what happened so far, here and now, and answers how many jobs that took. Mails stay. */
export async function letFollow(): Promise<number> {
  let done = 0;
  for (const queue of ["react", "reaction"] as const) {
    const jobs = await db.$queryRaw<{ data: Record<string, string> }[]>`
      update pgboss.job set state = 'completed' where name = ${queue} and state = 'created' returning data`;
    for (const { data } of jobs) await errands[queue]?.(data);
    done += jobs.length;
  }
  return done;
}

/** The lines that somebody was told, oldest first, as "reason kind". */
export async function toldTo(person: { id: string }): Promise<string[]> {
  const lines = await db.notification.findMany({ where: { personId: person.id }, orderBy: { eventId: "asc" } });
  return lines.map(({ reason, kind }) => `${reason} ${kind}`);
}
