import type { SimilarIdea, SimilarInput } from "@/lib/search/schema";

/** Of a long text only the beginning is asked for: it says what the idea is about. */
const LONGEST_BODY = 600;

type Answer = { ideas: (Omit<SimilarIdea, "happened"> & { happened: { at: string | null; kind: string | null } })[] };

/**
 * Asks the portal for ideas like what is being written. By reading and not by an action: actions wait for each other, and
 * nothing that somebody does on purpose shall wait for this. In a body and not in the address, which is written down on
 * the way: a draft is its author's alone.
 *
 * @returns null when there is no answer: then the page simply goes on without
 */
export async function askSimilar(input: SimilarInput, signal: AbortSignal): Promise<SimilarIdea[] | null> {
  const { title, body = "", language } = input;
  const asked = { title, body: body.slice(0, LONGEST_BODY).toWellFormed(), language };
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch("/api/v1/similar", { method: "POST", headers, body: JSON.stringify(asked), signal });
    if (!response.ok) return null;
    const { ideas } = (await response.json()) as Answer;
    return ideas.map((idea) => ({
      ...idea,
      happened: { ...idea.happened, at: idea.happened.at ? new Date(idea.happened.at) : null },
    }));
  } catch {
    return null;
  }
}
