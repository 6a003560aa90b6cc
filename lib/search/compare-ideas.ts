import { portal } from "../access/portal";
import { db, Prisma, transaction } from "../platform/db/client";
import { type Found, foundAlike, type Wording } from "./alike-ideas";
import { meaningOfIdea, withMeaning } from "./meaning";
import type { SimilarIdea } from "./schema";
import { shownOf } from "./shown-similar";

/** More than a page shows, since some may have been merged. */
const MOST = 10;

type Compared = Wording & { version: number };

const everything = Prisma.sql`true`;

/** Notes on both sides which ideas are like one: so an older idea learns of a newer one without being compared again. */
const note = (id: string, version: number, alike: Found[]): Promise<void> =>
  transaction(async (tx) => {
    await tx.$executeRaw`
      delete from idea_likeness
       where idea_id = ${id}::uuid
          or (other_id = ${id}::uuid and idea_id <> all (${alike.map((one) => one.ideaId)}::uuid[]))`;
    // What others know of this one stays, even where it knows ten that are more like it.
    await tx.$executeRaw`
      insert into idea_likeness (idea_id, other_id, likeness, is_same)
      select one.idea_id, one.other_id, one.likeness, one.is_same
        from unnest(${alike.map((one) => one.ideaId)}::uuid[],
                    ${alike.map(({ likeness }) => likeness)}::float4[],
                    ${alike.map(({ isSame }) => isSame)}::boolean[])
               with ordinality as found (id, likeness, is_same, place)
       cross join lateral (
               values (${id}::uuid, found.id, found.likeness, found.is_same),
                      (found.id, ${id}::uuid, found.likeness, found.is_same)
             ) as one (idea_id, other_id, likeness, is_same)
       where found.place <= ${MOST}::int
          or exists (select from idea_likeness k where k.idea_id = one.idea_id and k.other_id = one.other_id)
       order by one.idea_id, one.other_id
          on conflict (idea_id, other_id) do update
         set likeness = excluded.likeness,
             is_same = excluded.is_same`;
    // Edited meanwhile, it is still to be compared as it reads now.
    await tx.$executeRaw`delete from compare_due where idea_id = ${id}::uuid and version = ${version}`;
  });

/**
 * Compares an idea with all others, as it reads now, and remembers which are alike.
 *
 * @returns what everybody may be shown of those that are most alike, at most five; nothing for a draft
 */
export async function compareIdea(id: string): Promise<SimilarIdea[]> {
  const [idea] = await db.$queryRaw<Compared[]>`
    select i.title, i.plain as body, i.language, i.version
      from idea i
     where i.id = ${id}::uuid
       and i.status <> 'draft'`;
  if (!idea) return [];
  const alike = (await foundAlike(everything, idea, id)).toSorted((a, b) => b.likeness - a.likeness);
  await note(id, idea.version, alike);
  return shownOf(portal, await withMeaning(alike, await meaningOfIdea(id)), idea, id);
}

/** Ideas that are new or were edited since they were compared with the others, newest first. */
export async function listUncompared(most: number): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select idea_id as id
      from compare_due
     order by submitted_at desc, idea_id
     limit ${most}::int`;
  return due.map(({ id }) => id);
}
