import type { Db } from "../platform/db/client";
import { countedIn, FEWEST_PEOPLE, type Unit } from "./few";
import { type Standing, toldTogether, withTheOthers } from "./held-together";

/** People who are alike in all that they are counted by, and how many there are; a level is where it stands on the ladder. */
type Kind = { department: Unit; place: Unit; level: number; band: number; people: number };

/** Where people count. */
export type Counts = { department: Unit; place: Unit; level: number; band: number };

type Parents = Map<string, Unit>;

const peopleAt = <K>(kinds: Kind[], key: (kind: Kind) => K): Map<K, number> => {
  const at = new Map<K, number>();
  for (const kind of kinds) at.set(key(kind), (at.get(key(kind)) ?? 0) + kind.people);
  return at;
};

/** The place in which people of a department count: their own, or where it would tell too few apart, their colleagues'. */
function placesOf(kinds: Kind[], departments: Map<Unit, Unit>, parents: Parents): Unit[] {
  const places = countedIn(
    peopleAt(kinds, ({ place }) => place),
    parents,
  );
  const all = [...new Set(places.values())];
  const standings = kinds.map(({ department, place, people }): Standing => {
    const cell = String(departments.get(department) ?? null);
    return { cell, alike: cell, step: all.indexOf(places.get(place) ?? null), people };
  });
  return withTheOthers(standings).map(({ step }) => all[step] ?? null);
}

/**
 * With whom people are counted, so that no sum and no difference of figures about departments, places, levels and years of
 * service is about fewer than five of them: departments first, each of the others so that it tells nobody apart.
 *
 * @returns for each kind of people where they count
 */
export function settle(kinds: Kind[], above: { departments: Parents; places: Parents }): Counts[] {
  const departments = countedIn(
    peopleAt(kinds, ({ department }) => department),
    above.departments,
  );
  const places = placesOf(kinds, departments, above.places);
  const cells = kinds.map(({ department }) => String(departments.get(department) ?? null));
  const standingOn = (alike: string[], step: (kind: Kind) => number) =>
    kinds.map((kind, at) => ({ cell: cells[at] ?? "", alike: alike[at] ?? "", step: step(kind), people: kind.people }));
  const here = kinds.map((_, at) => `${cells[at]} ${places[at]}`);
  const levels = toldTogether(standingOn(here, ({ level }) => level));
  const told = kinds.map(({ level }, at) => `${here[at]} ${levels.get(level)}`);
  const bands = toldTogether(standingOn(told, ({ band }) => band));
  return kinds.map(({ department, level, band }, at) => ({
    department: departments.get(department) ?? null,
    place: places[at] ?? null,
    level: levels.get(level) ?? level,
    band: bands.get(band) ?? band,
  }));
}

/** How many people have come, gone, or changed where they belong since it was settled. */
async function countMoved(tx: Db): Promise<number> {
  const [moved] = await tx.$queryRaw<{ people: number }[]>`
    select count(*)::int as people
      from voice v
      full join voice_now n using (person_id)
     where (v.department_id, v.place_id, v.level_id, v.band)
           is distinct from (n.department_id, n.place_id, n.level_id, n.band)
        or (v.person_id is null) <> (n.person_id is null)`;
  return moved?.people ?? 0;
}

const parentsIn = (rows: { id: string; parentId: Unit }[]): Parents =>
  new Map(rows.map((row) => [row.id, row.parentId]));

/** Whose level is not stated stands above the highest. */
const listKinds = (tx: Db) => tx.$queryRaw<Kind[]>`
  with ladder as (select id, row_number() over (order by position, name)::int as step from level)
  select n.department_id::text as department,
         n.place_id::text as place,
         coalesce(l.step, (select count(*) from ladder)::int + 1) as level,
         n.band::int,
         n.kind,
         count(*)::int as people
    from voice_kind n
    left join ladder l on l.id = n.level_id
   group by 1, 2, 3, 4, 5`;

async function settleAnew(tx: Db): Promise<void> {
  const [departments, places] = await Promise.all([
    tx.department.findMany({ select: { id: true, parentId: true } }),
    tx.place.findMany({ select: { id: true, parentId: true } }),
  ]);
  const kinds = await listKinds(tx);
  const counts = settle(kinds, { departments: parentsIn(departments), places: parentsIn(places) });
  const settled = kinds.map((kind, at) => ({ ...kind, in: counts[at] }));
  const [drawing] = await tx.$queryRaw<{ ids: string[] }[]>`
    select array(select n.person_id::text from voice_now n left join voice v using (person_id) where v.person_id is null
                  union
                 select v.person_id::text
                   from voice v
                   left join voice_now n on n.person_id = v.counted_as
                  where n.person_id is null) as ids`;
  const newcomers = drawing?.ids ?? [];
  await tx.$executeRaw`delete from voice v where not exists (select from voice_now n where n.person_id = v.person_id)`;
  await tx.$executeRaw`update voice set counted_as = person_id where person_id in (select unnest(${newcomers}::uuid[]))`;
  await tx.$executeRaw`
    insert into voice (person_id, department_id, place_id, level_id, band, in_department, in_place, in_level, in_band, counted_as)
    select n.person_id, n.department_id, n.place_id, n.level_id, n.band,
           (s."in" ->> 'department')::uuid, (s."in" ->> 'place')::uuid,
           (s."in" ->> 'level')::smallint, (s."in" ->> 'band')::smallint, n.person_id
      from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
        as s (kind text, "in" jsonb)
      join voice_kind n using (kind)
        on conflict (person_id) do update
       set department_id = excluded.department_id, place_id = excluded.place_id,
           level_id = excluded.level_id, band = excluded.band,
           in_department = excluded.in_department, in_place = excluded.in_place,
           in_level = excluded.in_level, in_band = excluded.in_band`;
  await tx.$executeRaw`select draw_counted_as(${newcomers}::uuid[])`;
}

/**
 * Settles with whom everybody is counted, and of whom another's reading and voting. It stays as it is until at least five
 * people have come, gone or moved: figures before and after then differ by more than one of them.
 */
export async function voices(tx: Db): Promise<void> {
  if ((await countMoved(tx)) >= FEWEST_PEOPLE) await settleAnew(tx);
}

/** Counts what people did in which month. */
export const personMonths = (tx: Db) => tx.$executeRaw`select rebuild_person_months()`;

/** Counts what everybody who counts had done by the end of which month, and how many did what in a month. */
export const voiceSpans = (tx: Db) => tx.$executeRaw`select rebuild_voice_spans()`;

/** Counts how many ideas came of those who count in which unit. */
export const heads = (tx: Db) => tx.$executeRaw`select rebuild_heads()`;

/** Keeps what has become of the ideas of everybody who counts. */
export const voiceIdeas = (tx: Db) => tx.$executeRaw`select rebuild_voice_ideas()`;
