import { db } from "@/lib/platform/db/client";
import type { SlowPerson } from "./slow-people";

/** By what people are told apart, as sections are named. */
export const divisions = ["Department", "Place", "Site", "Level", "Tenure"] as const;

/** By what people are told apart. */
export type Division = (typeof divisions)[number];

const bands = ["Under 1 year", "1–2 years", "3–5 years", "6–10 years", "11 years and more", "Not stated"];

/** What tells the people of a group by the name under which an English reader is told of it. */
export async function namedGroups() {
  const [departments, places, levels, voices] = [
    await db.department.findMany(),
    await db.place.findMany(),
    await db.level.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }] }),
    await db.voice.findMany(),
  ];
  const levelName = (step: number) => {
    const ids = new Set(voices.filter(({ inLevel }) => inLevel === step).map(({ levelId }) => levelId));
    const stated = levels.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    return [...stated, ...(ids.has(null) ? ["Not stated"] : [])].join(" · ");
  };
  const bandName = (step: number) => {
    const own = new Set(voices.filter(({ inBand }) => inBand === step).map(({ band }) => band));
    return bands.filter((_, at) => own.has(at + 1)).join(" · ");
  };
  const unitNamed = (units: { id: string; name: string }[], name: string) => units.find((one) => one.name === name)?.id;
  const inUnit = (name: string, units: { id: string; name: string }[], all: string[], own: string | null) => {
    if (name === "Elsewhere, or not stated") return own === null;
    const [whole = "", rest] = name.split(", outside its");
    const id = unitNamed(units, whole);
    return id !== undefined && (rest === undefined ? all.includes(id) : own === id);
  };
  const isIn = (division: Division, name: string, person: SlowPerson): boolean => {
    if (division === "Department") return inUnit(name, departments, person.departments, person.department);
    if (division === "Level") return levelName(person.level) === name;
    if (division === "Tenure") return bandName(person.band) === name;
    return inUnit(name, places, person.places, person.place);
  };
  const sites = places.filter(({ kind }) => kind === "site").map(({ name }) => name);
  return { isIn, sites };
}
