import type { z } from "zod";
import { type Db, db, Prisma } from "./db/client";
import { sendSql } from "./jobs";

/** The door through which something was done. */
export type Via = "web" | "api" | "scim" | "job" | "import";

/** Whoever an event is put down to. */
export type Doer = { id: string | null; via: Via };

/**
 * A kind of thing that can happen: its name in the past tense, what is remembered of it, who outside may hear, and
 * whether lib/reactions.ts says that something follows from it.
 */
export type EventType<S extends z.ZodType = z.ZodType> = {
  type: string;
  payload: S;
  webhook: boolean;
  followed?: boolean;
};

const declared = new Map<string, EventType>();

/** Declares a kind of event, beside the command that causes it. */
export function defineEvent<S extends z.ZodType>(event: EventType<S>): EventType<S> {
  declared.set(event.type, event);
  return event;
}

/** Every kind of event whose module has been loaded. */
export const declaredEvents = (): EventType[] => [...declared.values()];

/**
 * The statement that writes down what happened to each of some things: the only one that adds to the event log. For
 * `record`, and for changes that must be one statement with their event. If something follows from it, its job is put
 * into the queue by the same statement, which then cannot be a part of another one.
 *
 * @param subjects SQL that answers the ids of what it happened to, as its only column; it may be the change itself
 * @throws ZodError when the payload is not what the event declares, which is a defect of the caller
 */
export function recordSql<S extends z.ZodType>(
  doer: Doer,
  event: EventType<S>,
  subjects: Prisma.Sql,
  payload: z.input<S>,
): Prisma.Sql {
  const noted = Prisma.sql`
    insert into event (type, actor_id, via, subject_id, payload)
    select ${event.type}::text,
           ${doer.id}::uuid,
           ${doer.via}::text,
           subject.id,
           ${JSON.stringify(event.payload.parse(payload))}::jsonb
      from subject`;
  if (!event.followed) return Prisma.sql`with subject (id) as (${subjects}) ${noted}`;
  const jobs = Prisma.sql`select gen_random_uuid(), jsonb_build_object('event', noted.id::text) from noted`;
  return Prisma.sql`
    with subject (id) as (${subjects}),
         noted as (${noted} returning id)
    ${sendSql("react", jobs)}`;
}

/**
 * Writes down that something happened, in the transaction in which it happens: both are there afterwards, or neither.
 *
 * @throws ZodError when the payload is not what the event declares, which is a defect of the caller
 */
export async function record<S extends z.ZodType>(
  tx: Db,
  doer: Doer,
  event: EventType<S>,
  subjectId: string,
  payload: z.input<S>,
): Promise<void> {
  await tx.$executeRaw(recordSql(doer, event, Prisma.sql`select ${subjectId}::uuid`, payload));
}

/** Something that happened, as it was written down. */
export type Happened = {
  id: bigint;
  type: string;
  at: Date;
  actorId: string | null;
  via: Via;
  subjectId: string;
  payload: unknown;
};

/** What was written down under that number. */
export const findEvent = (id: bigint): Promise<Happened> =>
  db.event.findUniqueOrThrow({ where: { id } }) as Promise<Happened>;
