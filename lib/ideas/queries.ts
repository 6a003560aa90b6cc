import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeas } from "../access/visibility";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { unitTrees } from "../settings/unit-trees";
import { reviewed, reviewOf } from "./review";
import type { Choices, Draft, Edit, HistoryInput, Idea, Revision, Wording } from "./schema";
import { findStanding } from "./standing";
import { supportSelected, supportTold } from "./support-told";
import { textDiff, wordDiff } from "./word-diff";

const named = { select: { id: true, name: true } } as const;
const titled = { select: { id: true, title: true } } as const;

/** Long enough to recognise a draft by, short enough for a list. */
const OPENING_LENGTH = 180;

/** More drafts than anybody keeps in view. */
const MOST_DRAFTS = 200;

const seen = (actor: Actor, ideaId: string) => ({ AND: [{ id: ideaId }, visibleIdeas(actor)] });

/**
 * One idea with everything its page tells about it.
 *
 * @throws Failure `not_found` when there is none, or `actor` may not know of it
 */
export async function findIdea(actor: Actor, ideaId: string): Promise<Idea> {
  const row = await db.idea.findFirst({
    relationLoadStrategy: "join",
    where: seen(actor, ideaId),
    select: {
      id: true,
      title: true,
      body: true,
      language: true,
      status: true,
      authorId: true,
      createdAt: true,
      submittedAt: true,
      editedAt: true,
      version: true,
      originalUrl: true,
      draftTags: true,
      author: named,
      category: named,
      department: named,
      place: named,
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { name: "asc" } } },
      support: { select: { supporters: true, opposed: true } },
      rank: { select: supportSelected },
      source: { select: { title: true, attribution: true, licence: true, url: true } },
      estimate: { select: { amountMinor: true, currency: true } },
      review: reviewed,
      decisions: {
        select: { fromStatus: true, toStatus: true, kind: true, reason: true, decidedBy: named, decidedAt: true },
        orderBy: [{ decidedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
      },
      duplicates: {
        where: { duplicate: visibleIdeas(actor) },
        select: { duplicate: { select: { ...titled.select, tally: { select: { comments: true } } } } },
        orderBy: { mergedAt: "asc" },
      },
    },
  });
  if (!row) throw notFound();
  const { draftTags, tags, duplicates, estimate, review, rank, ...idea } = row;
  return {
    ...idea,
    supportRate: supportTold(rank),
    review: review && reviewOf(review),
    tags: row.status === "draft" ? draftTags : tags.map(({ tag }) => tag.name),
    estimate: estimate && { ...estimate, amountMinor: Number(estimate.amountMinor) },
    mergedInto: row.status === "merged" ? await survivorOf(actor, ideaId) : null,
    duplicates: duplicates.map(({ duplicate: { tally, ...duplicate } }) => ({
      ...duplicate,
      comments: tally?.comments ?? 0,
    })),
  };
}

/** The idea that a duplicate was merged into, if `actor` may know of it. */
const survivorOf = (actor: Actor, ideaId: string) =>
  db.idea.findFirst({
    where: { AND: [{ duplicates: { some: { duplicateId: ideaId } } }, visibleIdeas(actor)] },
    ...titled,
  });

/** The versions of an idea that edits have ended, newest first. */
export async function listRevisions(actor: Actor, ideaId: string): Promise<Revision[]> {
  await findStanding(actor, ideaId);
  const revisions = await db.ideaRevision.findMany({
    where: { ideaId },
    select: { version: true, editedAt: true, editedById: true },
    orderBy: { version: "desc" },
  });
  const editors = await db.person.findMany({
    where: { id: { in: revisions.flatMap(({ editedById }) => editedById ?? []) } },
    ...named,
  });
  return revisions.map(({ version, editedAt, editedById }) => ({
    version,
    editedAt,
    editor: editors.find(({ id }) => id === editedById) ?? null,
  }));
}

/**
 * How an idea read before an edit and after it, and what changed in between.
 *
 * @throws Failure `not_found` when no edit ended that version
 */
export async function findEdit(actor: Actor, { ideaId, version }: Required<HistoryInput>): Promise<Edit> {
  const current = await findIdea(actor, ideaId);
  const [before, next] = await db.ideaRevision.findMany({
    where: { ideaId, version: { gte: version } },
    select: { version: true, title: true, body: true },
    orderBy: { version: "asc" },
    take: 2,
  });
  if (before?.version !== version) throw notFound();
  const after = next ?? current;
  return {
    before: wording(before),
    after: wording(after),
    title: wordDiff(before.title, after.title),
    body: textDiff(before.body, after.body),
  };
}

const wording = ({ title, body }: Wording): Wording => ({ title, body });

/** What `actor` has begun to write and not submitted, last touched first. */
export async function listDrafts(actor: Actor): Promise<Draft[]> {
  authorize(actor, "idea.submit");
  const drafts = await db.idea.findMany({
    where: { status: "draft", authorId: actor.id },
    select: { id: true, title: true, plain: true, createdAt: true, editedAt: true },
    orderBy: [{ editedAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
    take: MOST_DRAFTS,
  });
  return drafts
    .map(({ plain, createdAt, editedAt, ...draft }) => ({
      ...draft,
      opening: plain.slice(0, OPENING_LENGTH),
      touchedAt: editedAt ?? createdAt,
    }))
    .toSorted((a, b) => b.touchedAt.getTime() - a.touchedAt.getTime());
}

/** What an idea can be filed under: every choice of the form and of the filters; trees with their branches in order. */
export async function listChoices(_actor: Actor): Promise<Choices> {
  const { category, department, place } = await unitTrees();
  return { categories: category, departments: department, places: place };
}
