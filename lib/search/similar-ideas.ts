import type { Actor } from "../access/actor";
import { visibleIdeasSql } from "../access/visibility";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import type { Locale } from "../platform/i18n/locales";
import { plainText } from "../platform/markdown";
import { parse } from "../platform/parse";
import { countFor } from "../platform/rate-limit";
import { type Found, foundAlike, type Wording } from "./alike-ideas";
import { completeTitle } from "./complete-title";
import { inTurn } from "./in-turn";
import { languageOf } from "./language-of";
import { meaningOfIdea, meaningOfText, withMeaning } from "./meaning";
import { type SimilarIdea, type SimilarInput, similarInput } from "./schema";
import { shownOf } from "./shown-similar";

/**
 * Ideas that say what somebody is about to propose, the most alike first: at most five, in whatever state but drafts. A
 * duplicate is shown as the idea that it was merged into. The title may be in the middle of a word, and mistyped.
 *
 * @throws Failure `too_many`
 */
export async function similarIdeas(actor: Actor, input: SimilarInput): Promise<SimilarIdea[]> {
  const { title, body, language: hint = actor.locale } = parse(similarInput, input);
  await countFor(actor.id, "similar");
  return inTurn(actor.id, () => likeText(actor, title, plainText(body), hint));
}

async function likeText(actor: Actor, title: string, text: string, hint: Locale): Promise<SimilarIdea[]> {
  const language = languageOf(`${title} ${text}`, hint);
  const wording = { title: await completeTitle(title, language), body: text, language };
  return best(actor, wording, meaningOfText(`${title}\n${text}`), null);
}

/**
 * Ideas that say the same as one that is there already, compared at this moment with all others: at most five, the most
 * alike first, in whatever state but drafts.
 *
 * @throws Failure `not_found` when there is none, or `actor` may not know of it; `too_many`
 */
export async function similarTo(actor: Actor, ideaId: string): Promise<SimilarIdea[]> {
  await countFor(actor.id, "similar");
  return inTurn(actor.id, () => likeIdea(actor, ideaId));
}

async function likeIdea(actor: Actor, ideaId: string): Promise<SimilarIdea[]> {
  const [idea] = await db.$queryRaw<Wording[]>`
    select i.title, i.plain as body, i.language
      from idea i
     where i.id = ${ideaId}::uuid
       and ${visibleIdeasSql(actor)}`;
  if (!idea) throw notFound();
  return best(actor, idea, meaningOfIdea(ideaId), ideaId);
}

async function best(actor: Actor, wording: Wording, meaning: Promise<number[] | null>, besides: string | null) {
  const [found, vector] = await Promise.all([foundAlike(visibleIdeasSql(actor), wording, besides), meaning]);
  return shownOf(actor, await withMeaning(found, vector), wording, besides);
}

/**
 * Ideas that were found to say the same as this one when it was last compared with the others, some minutes after it was
 * submitted or edited; without the words that both have. Costs a page next to nothing.
 */
export async function knownSimilar(actor: Actor, ideaId: string): Promise<SimilarIdea[]> {
  const found = await db.$queryRaw<Found[]>`
    select l.other_id as "ideaId",
           (n.votes + coalesce((select x.supporters from external_support x where x.idea_id = l.other_id), 0))::int
             as supporters,
           l.likeness::float8,
           l.is_same as "isSame"
      from (select * from idea_likeness where idea_id = ${ideaId}::uuid order by likeness desc limit 20) l
      join idea_tally n on n.idea_id = l.other_id`;
  return shownOf(actor, found, { title: "", body: "", language: actor.locale }, ideaId);
}
