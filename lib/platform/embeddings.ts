import { z } from "zod";
import { env } from "./env";
import { fetchConfigured } from "./fetch-safely";
import { log } from "./log";

/** Of a longer text the rest is left out: models read a few hundred words. In characters. */
const LONGEST = 4_000;

/** Sixteen vectors of 8192 numbers, written out. */
const MOST_BYTES = 4_000_000;

/** After so many failures in a row nobody asks for a while: whoever writes should not wait for a service that is down. */
const MOST_FAILURES = 3;
const REST_MS = 60_000;

const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(8192) })),
});

const circuit = { failures: 0, closedUntil: 0 };

/** Lets the service be asked again at once, as after a start; for tests. */
export function forgetFailures(): void {
  Object.assign(circuit, { failures: 0, closedUntil: 0 });
}

function ofLengthOne(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

async function asked(texts: string[]): Promise<number[][]> {
  const { EMBEDDINGS_URL = "", EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key, EMBEDDINGS_TIMEOUT_MS: timeoutMs } = env();
  const said = await fetchConfigured(
    `${EMBEDDINGS_URL.replace(/\/+$/, "")}/embeddings`,
    {
      method: "POST",
      headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input: texts.map((text) => text.slice(0, LONGEST).toWellFormed()) }),
    },
    { timeoutMs, mostBytes: MOST_BYTES },
  );
  const vectors = answer.parse(JSON.parse(said)).data.toSorted((a, b) => a.index - b.index);
  if (vectors.length !== texts.length) throw new Error(`${vectors.length} vectors for ${texts.length} texts`);
  return vectors.map(({ embedding }) => ofLengthOne(embedding));
}

/**
 * What the configured language model makes of texts: a vector of length 1 for each.
 *
 * @returns null where none is configured, where it fails, and for a minute after it failed three times in a row
 */
export async function embeddingsOf(texts: string[]): Promise<number[][] | null> {
  if (!env().EMBEDDINGS_URL || performance.now() < circuit.closedUntil) return null;
  try {
    const vectors = await asked(texts);
    circuit.failures = 0;
    return vectors;
  } catch (error) {
    circuit.failures++;
    if (circuit.failures >= MOST_FAILURES) circuit.closedUntil = performance.now() + REST_MS;
    log().warn({ problem: (error as Error).message, failures: circuit.failures }, "embeddings");
    return null;
  }
}
