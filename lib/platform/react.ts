import { createHash } from "node:crypto";
import type { z } from "zod";
import { db, Prisma } from "./db/client";
import { type EventType, findEvent, type Happened } from "./events";
import { type Errands, sendSql } from "./jobs";

/** Does what follows from something. It may be asked twice for the same event, and must do it once. */
export type Follow<S extends z.ZodType> = (happened: Happened & { payload: z.output<S> }) => Promise<unknown>;

/** A line of lib/reactions.ts: when this happens, that follows. */
export type Reaction = { on: EventType; name: string; follow: (happened: Happened) => Promise<unknown> };

/** When `on` happens, each of these follows, by itself. Their names must stay: jobs on their way are found by them. */
export const when = <S extends z.ZodType>(on: EventType<S>, follows: Record<string, Follow<S>>): Reaction[] =>
  Object.entries(follows).map(([name, follow]) => ({
    on,
    name,
    follow: (happened) => follow({ ...happened, payload: on.payload.parse(happened.payload) }),
  }));

/** A name-based uuid: the same text has always the same one. */
export function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  // Version 8 and variant 10, as RFC 9562 asks of ids that somebody makes by a way of their own.
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}

/**
 * What the worker does with events that something follows from: each becomes one job per line of the table, by a name
 * that makes doing so twice harmless; and each of those runs alone, so that one that fails holds up no other.
 */
export const errandsFor = (reactions: Reaction[]): Errands => ({
  react: async ({ event = "" }) => {
    const { id, type } = await findEvent(BigInt(event));
    const jobs = reactions
      .filter(({ on }) => on.type === type)
      .map(({ name }) => ({ id: uuidOf(`${id} ${name}`), data: { event, reaction: name } }));
    await db.$executeRaw(
      sendSql(
        "reaction",
        Prisma.sql`select id, data from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as job (id uuid, data jsonb)`,
      ),
    );
  },
  reaction: async ({ event = "", reaction = "" }) => {
    const happened = await findEvent(BigInt(event));
    const line = reactions.find(({ on, name }) => on.type === happened.type && name === reaction);
    if (!line) throw new Error(`nothing called ${reaction} follows from ${happened.type}`);
    await line.follow(happened);
  },
});
