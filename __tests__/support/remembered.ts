import { db } from "@/lib/platform/db/client";

/** What tells that something happened, and to whom: not what is. */
const told = ["event", "notification", "digest", "event_seal", "event_chain", "chain_check", "_prisma_migrations"];

/** Counters that only grow: whoever reads them wants to know that something changed, not what. */
const counters: Record<string, string[]> = { review: ["version"], idea_tally: ["changes"], idea_rank: ["changes"] };

/** Everything that the portal remembers, as text by table: the same again means that all is as it was. */
export async function remembered(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name
      from information_schema.tables
     where table_schema = 'public'
       and table_type = 'BASE TABLE'
       and table_name <> all (${told}::text[])`;
  const texts: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ text: string }[]>(
      `select coalesce(string_agg(r.text, e'\n' order by r.text), '') as text
         from (select (to_jsonb(t) - $1::text[])::text as text from "${name}" t) r`,
      counters[name] ?? [],
    );
    texts[name] = row?.text ?? "";
  }
  return texts;
}
