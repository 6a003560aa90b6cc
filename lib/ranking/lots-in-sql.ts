import { createHash } from "node:crypto";
import type { Actor } from "../access/actor";
import { votableStates } from "../ideas/states";
import { Prisma } from "../platform/db/client";

const { sql } = Prisma;

/** 2 to the power of 53: as many chances as a float8 tells apart. */
const CHANCES = 9_007_199_254_740_992n;

/** Who draws lots: ideas that can still win votes. For queries that call the idea `i`. */
export const TAKE_PART = sql`i.status = any (${votableStates}::idea_status[])`;

const seedOf = (actor: Actor): bigint => createHash("sha256").update(actor.id).digest().readBigInt64BE();

/**
 * What an idea draws today for `actor`: `drawn` of lib/ranking/lots.ts with a chance that follows from idea, person and
 * day alone. For queries that call the idea's rank `r`.
 */
export const lotSql = (actor: Actor): Prisma.Sql => sql`
  (select r.lot_middle + r.lot_scale * ln(chance / (1 - chance))
     from (select ((uuid_hash_extended(r.idea_id, ${seedOf(actor)}::int8 # hashint8extended(
                     (select coalesce(max(drawn_on) - date '2000-01-01', 0) from lot_day), 0))
                    & ${CHANCES - 1n}::int8)::float8 + 0.5) / ${CHANCES}::float8 as chance) of_chance)`;
