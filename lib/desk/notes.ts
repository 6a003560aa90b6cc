import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { findStanding, type Standing } from "../ideas/standing";
import { db, type Prisma, transaction } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { record } from "../platform/events";
import { countFor } from "../platform/rate-limit";
import { notePosted } from "./events";
import type { Note, NoteInput } from "./schema";

/** More than colleagues tell each other about one idea. */
const MOST_NOTES = 200;

/** Whoever can be told something in private: active colleagues who may read it. */
const readers: Prisma.PersonWhereInput = {
  status: "active",
  roles: { some: { role: { in: ["reviewer", "executive", "administrator"] } } },
};

async function requireReader(actor: Actor, ideaId: string): Promise<Standing> {
  const standing = await findStanding(actor, ideaId);
  if (standing.status === "draft") throw notFound();
  authorize(actor, "note.read", standing);
  return standing;
}

/** What colleagues told each other about an idea, oldest first. Its author never reads it, whatever roles they hold. */
export async function listNotes(actor: Actor, ideaId: string): Promise<Note[]> {
  await requireReader(actor, ideaId);
  const notes = await db.$queryRaw<Note[]>`
    select n.id,
           n.body,
           p.name as author,
           n.created_at as "createdAt",
           array(select m.name from person m where m.id = any(n.mentioned) order by m.name) as mentioned
      from note n
      join person p on p.id = n.author_id
     where n.idea_id = ${ideaId}::uuid
     order by n.created_at, n.id
     limit ${MOST_NOTES}::int`;
  return notes;
}

/** The names of whoever a note about an idea can call upon, in order. */
export async function colleaguesFor(actor: Actor, ideaId: string): Promise<string[]> {
  const { authorId } = await requireReader(actor, ideaId);
  const people = await db.person.findMany({
    where: { AND: [readers, { id: { notIn: [actor.id, ...(authorId ? [authorId] : [])] } }] },
    select: { name: true },
    orderBy: { name: "asc" },
    take: 500,
  });
  return [...new Set(people.map(({ name }) => name))];
}

/** The names that stand behind an `@`, of each the longest that fits: who calls Ana Alba does not call Ana. */
const namesCalled = (body: string, people: { name: string }[]): string[] =>
  body.split("@").flatMap((after, index) => {
    const fits = people.filter(
      ({ name }) => after.startsWith(name) && !/^[\p{L}\p{N}]/u.test(after.slice(name.length)),
    );
    const [longest] = fits.toSorted((a, b) => b.name.length - a.name.length);
    return index > 0 && longest ? [longest.name] : [];
  });

/**
 * Tells colleagues something in private. Whoever is called by `@` and the full name hears of it, unless it is the author.
 *
 * Sent twice under the same id it is written once.
 */
export async function postNote(actor: Actor, { noteId, ideaId, body }: Omit<NoteInput, "onward">): Promise<void> {
  const { authorId } = await requireReader(actor, ideaId);
  await countFor(actor.id, "comments");
  await transaction(async (tx) => {
    const people = await tx.person.findMany({ where: readers, select: { id: true, name: true } });
    const called = new Set(namesCalled(body, people));
    const mentioned = people
      .filter(({ id, name }) => id !== actor.id && id !== authorId && called.has(name))
      .map(({ id }) => id);
    const data = { id: noteId, ideaId, authorId: actor.id, body, mentioned };
    const { count } = await tx.note.createMany({ data, skipDuplicates: true });
    if (count > 0) await record(tx, actor, notePosted, ideaId, { noteId, mentioned });
  });
}
