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

/** What the steps are called that are told: names of levels and years of service, several where they are told as one. */
export async function stepNames({ locale }: Pick<Actor, "locale">) {
  const t = translator(locale);
  const [levels, bands] = await Promise.all([
    db.$queryRaw<{ step: number; names: (string | null)[] }[]>`
      select s.in_level::int as step, array_agg(l.name::text order by l.position, l.name) as names
        from (select distinct in_level, level_id from voice) s
        left join level l on l.id = s.level_id
       group by 1`,
    db.$queryRaw<{ step: number; bands: (keyof typeof bandNames)[] }[]>`
      select s.in_band::int as step, array_agg(s.band::int order by s.band) as bands
        from (select distinct in_band, band from voice) s
       group by 1`,
  ]);
  const joined = (names: string[]) => names.join(" · ");
  return {
    level: new Map(
      levels.map(({ step, names }) => [step, joined(names.map((name) => name ?? t("participation.notStated")))]),
    ),
    band: new Map(bands.map((one) => [one.step, joined(one.bands.map((band) => t(bandNames[band])))])),
  };
}
