import { db } from "../platform/db/client";
import { embeddingsOf } from "../platform/embeddings";
import { env } from "../platform/env";

/** Ideas a time: about what a model on an ordinary machine reads in a second. */
const BATCH = 16;

/**
 * How much an idea is lifted that is nearer in meaning than the other candidates, by one standard deviation, in log-odds;
 * twice that at most. Chosen by us: models differ in what a cosine means, so only its place among the others counts, and
 * it can turn around what words leave open, but nothing that they make plain.
 */
const WEIGHT = 1;
const MOST_DEVIATIONS = 2;

/** What the configured language model makes of a text that somebody writes; null without one, or without its answer. */
export const meaningOfText = async (text: string): Promise<number[] | null> =>
  (await embeddingsOf([text]))?.[0] ?? null;

/** What it made of an idea when that was new or edited. */
export async function meaningOfIdea(ideaId: string): Promise<number[] | null> {
  if (!env().EMBEDDINGS_URL) return null;
  const kept = await db.ideaMeaning.findFirst({ where: { ideaId, model: env().EMBEDDINGS_MODEL } });
  return kept?.vector ?? null;
}

const dot = (a: number[], b: number[]) => a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);

/** How much each of `values` lies above their mean, in standard deviations, up to two. */
function deviations(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  if (spread === 0) return values.map(() => 0);
  return values.map((value) => Math.min(MOST_DEVIATIONS, Math.max(-MOST_DEVIATIONS, (value - mean) / spread)));
}

/** Candidates with their likeness moved by how near in meaning they are to a text. Those without a vector stay. */
export async function withMeaning<T extends { ideaId: string; likeness: number }>(
  found: T[],
  vector: number[] | null,
): Promise<T[]> {
  if (!vector || found.length < 2) return found;
  const kept = await db.ideaMeaning.findMany({
    where: { ideaId: { in: found.map(({ ideaId }) => ideaId) }, model: env().EMBEDDINGS_MODEL },
  });
  const near = kept.filter((one) => one.vector.length === vector.length);
  const lifts = deviations(near.map((one) => dot(one.vector, vector)));
  const liftOf = new Map(near.map(({ ideaId }, n) => [ideaId, WEIGHT * (lifts[n] ?? 0)]));
  return found.map((one) => ({ ...one, likeness: one.likeness + (liftOf.get(one.ideaId) ?? 0) }));
}

/**
 * Asks the configured language model about ideas that are new, were edited, or were read by another model, newest first.
 *
 * @returns how many it has read
 */
export async function learnMeanings(): Promise<number> {
  if (!env().EMBEDDINGS_URL) return 0;
  const model = env().EMBEDDINGS_MODEL;
  const ideas = await db.$queryRaw<{ id: string; text: string; version: number }[]>`
    select i.id, i.title || E'\n' || left(i.plain, 4000) as text, i.version
      from idea i
      left join idea_meaning m on m.idea_id = i.id
     where i.status <> 'draft'
       and (m.version, m.model) is distinct from (i.version, ${model})
     order by i.submitted_at desc
     limit ${BATCH}::int`;
  if (ideas.length === 0) return 0;
  const vectors = await embeddingsOf(ideas.map(({ text }) => text));
  if (!vectors) return 0;
  for (const [n, { id, version }] of ideas.entries()) {
    const kept = { model, version, vector: vectors[n] ?? [] };
    await db.ideaMeaning.upsert({ where: { ideaId: id }, create: { ideaId: id, ...kept }, update: kept });
  }
  return ideas.length;
}
