import { Prisma } from "../platform/db/client";

/** What the first seal has before it. */
export const GENESIS = "0".repeat(64);

const ms = (at: Prisma.Sql) => Prisma.sql`(extract(epoch from ${at}) * 1000)::bigint`;

/**
 * The fingerprint of an event that a query calls `e`: SHA-256 of
 * `[id, at in ms since 1970, type, actor, via, subject, payload]` as PostgreSQL writes that as jsonb.
 */
const fingerprint = Prisma.sql`
  sha256(convert_to(jsonb_build_array(
    e.id, ${ms(Prisma.sql`e.at`)}, e.type, e.actor_id, e.via, e.subject_id, e.payload)::text, 'UTF8'))`;

/** The fingerprints of all events that a query calls `e`, one after the other in the order of their ids. */
export const fingerprints = Prisma.sql`coalesce(string_agg(${fingerprint}, ''::bytea order by e.id), ''::bytea)`;

/**
 * The hash of a seal that a query calls `s`: SHA-256 of the hash before it, of `[number, after, up to, events, sealed at]`
 * as PostgreSQL writes that as jsonb, and of the fingerprints of its events. It is said here and not in the database, so
 * that whoever changes the log cannot change with it how the log is checked.
 */
export const sealHash = (events: Prisma.Sql): Prisma.Sql => Prisma.sql`
  sha256(s.previous || convert_to(jsonb_build_array(
    s.number, s.after_id, s.upto_id, s.events, ${ms(Prisma.sql`s.sealed_at`)})::text, 'UTF8') || ${events})`;
