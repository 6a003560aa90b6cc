import { database } from "./callers";

/** What changes by itself: who was seen when, how often somebody came, what the clock seals, compares, counts, who was told. */
const restless = [
  "session",
  "idea_tally",
  "rate_limit",
  "idea_rank",
  "exposure_due",
  "idea_strength",
  "comparison_fit",
  "compare_due",
  "likely_duplicate",
  "idea_likeness",
  "idea_meaning",
  "word_count",
  "word_frequency",
  "ranking_fit",
  "lot_day",
  "insight_mark",
  "idea_fact",
  "head_cell",
  "idea_cell",
  "answer_cell",
  "unit_above",
  "idea_stay",
  "stay_cell",
  "idea_score",
  "person_month",
  "voice",
  "voice_group",
  "voice_idea",
  "voice_month",
  "voice_return",
  "voice_span",
  "monthly_letter",
  "event_seal",
  "event_chain",
  "chain_check",
  "notification",
  "digest",
  "_prisma_migrations",
];

/** Which sessions there are; when they were seen last changes by itself. */
const SESSIONS =
  "select 'session' as name, count(*) || ' ' || coalesce(sum(hashtextextended(token_hash, 0)), 0) as sum from session";

/** How ideas stand; that one has to be ranked anew is also said by the clock. */
const TALLIES = `
  select 'idea_tally' as name,
         count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'changes')::text, 0)), 0) as sum
    from idea_tally t`;

let question: string | undefined;

/** One statement that sums up every table: how many rows there are, and what all of them say. */
async function makeQuestion(): Promise<string> {
  const { rows } = await database.query(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1)`,
    [restless],
  );
  const sums = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from "${name}" t`,
  );
  return [...sums, SESSIONS, TALLIES].join(" union all ");
}

/** A fingerprint of everything the portal remembers, by table: the same again means that nothing was changed. */
export async function stored(): Promise<Record<string, string>> {
  question ??= await makeQuestion();
  const { rows } = await database.query(question);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
