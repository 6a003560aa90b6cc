import type { Actor } from "../access/actor";
import { visibleIdeas } from "../access/visibility";
import { db } from "../platform/db/client";
import { notFound } from "../platform/errors";
import type { Idea, Named } from "./schema";

const named = { select: { id: true, name: true } } as const;
const titled = { select: { id: true, title: true } } as const;

/**
 * One idea with everything its page tells about it.
 *
 * @throws Failure `not_found` when there is none, or `actor` may not know of it
 */
export async function findIdea(actor: Actor, ideaId: string): Promise<Idea> {
  const row = await db.idea.findFirst({
    where: { AND: [{ id: ideaId }, visibleIdeas(actor)] },
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
      author: named,
      category: named,
      department: named,
      place: named,
      tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { name: "asc" } } },
      support: { select: { supporters: true, opposed: true } },
      source: { select: { title: true, attribution: true, licence: true, url: true } },
      estimate: { select: { amountMinor: true, currency: true } },
      decisions: {
        select: { toStatus: true, kind: true, reason: true, decidedAt: true },
        orderBy: { decidedAt: "asc" },
      },
      mergedInto: { select: { survivor: titled } },
      duplicates: { select: { duplicate: titled }, orderBy: { mergedAt: "asc" } },
    },
  });
  if (!row) throw notFound();
  return {
    ...row,
    tags: row.tags.map(({ tag }) => tag.name),
    mergedInto: row.mergedInto?.survivor ?? null,
    duplicates: row.duplicates.map(({ duplicate }) => duplicate),
  };
}

/** How an idea read before each of its edits, newest first. */
export async function listRevisions(actor: Actor, ideaId: string) {
  const { id } = await findIdea(actor, ideaId);
  return db.ideaRevision.findMany({ where: { ideaId: id }, orderBy: { version: "desc" } });
}

/** What `actor` has begun to write and not submitted, last touched first. */
export const listDrafts = (actor: Actor) =>
  db.idea.findMany({
    where: { status: "draft", authorId: actor.id },
    select: { id: true, title: true, createdAt: true, editedAt: true },
    orderBy: [{ editedAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
  });

/** Whether `actor` hears what becomes of an idea. */
export const isFollowing = async (actor: Actor, ideaId: string): Promise<boolean> =>
  (await db.follow.count({ where: { ideaId, personId: actor.id } })) > 0;

/** What an idea can be filed under: every choice of the form and of the filters, by name. */
export async function listChoices(
  _actor: Actor,
): Promise<{ categories: Named[]; departments: Named[]; places: Named[] }> {
  const byName = { select: { id: true, name: true }, orderBy: { name: "asc" } } as const;
  const [categories, departments, places] = await Promise.all([
    db.category.findMany({ select: { id: true, name: true }, orderBy: [{ position: "asc" }, { name: "asc" }] }),
    db.department.findMany(byName),
    db.place.findMany(byName),
  ]);
  return { categories, departments, places };
}
