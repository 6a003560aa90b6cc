import { db } from "../platform/db/client";

/** Forgets sessions, links and counts that nobody can use any more: what has ended is not kept about people. */
export async function forgetExpired(): Promise<void> {
  await db.$executeRaw`delete from session where expires_at < now() or last_seen_at < now() - interval '1 day'`;
  await db.$executeRaw`delete from sign_in_token where expires_at < now() - interval '1 hour'`;
  await db.$executeRaw`delete from setup_token where expires_at < now()`;
  await db.$executeRaw`delete from rate_limit where expire < extract(epoch from now()) * 1000`;
}
