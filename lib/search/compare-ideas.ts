import { db, Prisma, transaction } from "../platform/db/client";
import { alikeIdeas, type Wording } from "./alike-ideas";
import { isProbablySame, LEAST, sayTheSame } from "./likeness";

/** Ideas a time, so that a large import is worked off beside everything else: under a second of work. Chosen by us. */
const BATCH = 20;

/** More than a page shows, since some may have been merged. */
const MOST = 10;

type Waiting = Wording & { id: string; version: number };

const everything = Prisma.sql`true`;

async function compare({ id, version, ...wording }: Waiting): Promise<void> {
  const alike = (await alikeIdeas(everything, wording, id))
    .map((one) => ({ id: one.ideaId, likeness: sayTheSame(one), isSame: isProbablySame(one, wording.language) }))
    .filter(({ likeness }) => likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness);
  await transaction(async (tx) => {
    await tx.$executeRaw`
      delete from idea_likeness
       where idea_id = ${id}::uuid
          or (other_id = ${id}::uuid and idea_id <> all (${alike.map((one) => one.id)}::uuid[]))`;
    // What others know of this one stays, even where it knows ten that are more like it.
    await tx.$executeRaw`
      insert into idea_likeness (idea_id, other_id, likeness, is_same)
      select one.idea_id, one.other_id, one.likeness, one.is_same
        from unnest(${alike.map((one) => one.id)}::uuid[],
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
    await tx.$executeRaw`
      insert into idea_compared (idea_id, version) values (${id}::uuid, ${version})
          on conflict (idea_id) do update
         set version = excluded.version`;
  });
}

/**
 * Compares ideas that are new or were edited with all others, newest first, and notes on both sides which are alike: so
 * an older idea learns of a newer one without being compared again.
 *
 * @returns how many were compared
 */
export async function compareIdeas(): Promise<number> {
  const waiting = await db.$queryRaw<Waiting[]>`
    select i.id, i.title, i.plain as body, i.language, i.version
      from idea i
      left join idea_compared c on c.idea_id = i.id
     where i.status <> 'draft'
       and c.version is distinct from i.version
     order by i.submitted_at desc
     limit ${BATCH}::int`;
  for (const idea of waiting) await compare(idea);
  return waiting.length;
}
