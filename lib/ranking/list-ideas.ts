import type { Actor } from "../access/actor";
import { countFor } from "../platform/rate-limit";
import { facetsOf } from "../search/facets";
import { resolveFilters } from "../search/filters";
import { mendQuestion } from "../search/mend-question";
import { rankedIdeas } from "./ranked-ideas";
import type { IdeaPage, ListInput } from "./schema";

/** With fewer answers than this on the first page, a word may be mistyped. Chosen by us: one hit can be a typo's twin. */
const FEW = 3;

/** A page, and beside it what there is of each kind, where that was asked for. */
async function counted(actor: Actor, input: ListInput): Promise<Omit<IdeaPage, "mended">> {
  const filters = await resolveFilters(input);
  const [page, facets] = await Promise.all([
    rankedIdeas(actor, input, filters),
    input.facets ? facetsOf(actor, filters) : null,
  ]);
  return { ...page, facets };
}

/**
 * The list of ideas, forgiving typing errors: where the question as typed has no answer, those to what it most likely
 * meant are given; where it has hardly any, the list says what it may have meant.
 */
export async function listIdeas(actor: Actor, input: ListInput): Promise<IdeaPage> {
  if (input.q) await countFor(actor.id, "searches");
  const strict = await counted(actor, input);
  const isScarce = strict.ideas.length < FEW && !strict.next && !strict.previous;
  const mended = input.q && isScarce ? await mendQuestion(input.q) : null;
  if (!mended) return { ...strict, mended: null };
  if (strict.ideas.length > 0) return { ...strict, mended: { q: mended, isApplied: false } };

  const meant = await counted(actor, { ...input, q: mended });
  return { ...meant, mended: meant.ideas.length > 0 ? { q: mended, isApplied: true } : null };
}
