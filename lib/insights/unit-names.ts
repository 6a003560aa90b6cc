import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import { translator } from "../platform/i18n/translate";
import type { Unit } from "./few";
import type { UnitDimension } from "./told-groups";

/** Departments or places: what each is called and of what kind, and the one above it. */
export type Units = { names: Map<string, string>; kinds: Map<string, string>; parents: Map<string, Unit> };

/** All departments, or all places. */
export async function listUnits(dimension: UnitDimension): Promise<Units> {
  const rows =
    dimension === "department"
      ? (await db.department.findMany()).map((department) => ({ ...department, kind: "department" }))
      : await db.place.findMany();
  return {
    names: new Map(rows.map(({ id, name }) => [id, name])),
    kinds: new Map(rows.map(({ id, kind }) => [id, kind])),
    parents: new Map(rows.map(({ id, parentId }) => [id, parentId])),
  };
}

const bandNames = {
  1: "participation.bandFirst",
  2: "participation.bandToThree",
  3: "participation.bandToSix",
  4: "participation.bandToEleven",
  5: "participation.bandLonger",
  6: "participation.notStated",
} as const;

type Step =
  | { level: number; names: (string | null)[] }
  | { level: null; band: number; bands: (keyof typeof bandNames)[] };

/** What the steps are called that are told: names of levels and years of service, several where they are told as one. */
export async function stepNames({ locale }: Pick<Actor, "locale">) {
  const t = translator(locale);
  const steps = await db.$queryRaw<Step[]>`
    with kind as materialized (
      select distinct in_level, level_id, in_band, band from voice
    )
    select s.in_level::int as level, null::int as band, array_agg(l.name::text order by l.position, l.name) as names, null as bands
      from (select distinct in_level, level_id from kind) s
      left join level l on l.id = s.level_id
     group by s.in_level
     union all
    select null, s.in_band::int, null, array_agg(s.band::int order by s.band)
      from (select distinct in_band, band from kind) s
     group by s.in_band`;
  const joined = (names: string[]) => names.join(" · ");
  const [level, band] = [new Map<number, string>(), new Map<number, string>()];
  for (const one of steps)
    if (one.level === null) band.set(one.band, joined(one.bands.map((name) => t(bandNames[name]))));
    else level.set(one.level, joined(one.names.map((name) => name ?? t("participation.notStated"))));
  return { level, band };
}
