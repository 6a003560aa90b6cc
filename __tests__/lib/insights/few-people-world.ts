import { randomUUID } from "node:crypto";

import { foundOrganisation } from "@/__tests__/support/database";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { db } from "@/lib/platform/db/client";
import { stream } from "@/scripts/simulate/chance";

/** Departments with how many people work right in them; indented ones are below. Many are tiny, as they are in life. */
const DEPARTMENTS = `
Board 3
Operations 2
  North mine 41
    Night shift 4
    Blasting 9
  South mine 28
    Survey 2
  Port 13
Services 1
  Legal 3
  People 11
    Learning 2
  Finance 17
    Audit 4
Sales 6
  Field sales 38
Laboratory 5
Archive 4`;

const PLACES = `
Chile
  Calama
  Antofagasta
  Santiago
Spain
  Madrid
  Huelva
Peru
  Arequipa`;

type Unit = { id: string; parentId: string | null; name: string; people: number };

/** Units as they are written above, each below the one it is indented under. */
function unitsIn(text: string): Unit[] {
  const above: string[] = [];
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [, name = "", people = "0"] = /^\s*(.*?)\s*(\d*)$/.exec(line) ?? [];
      const id = randomUUID();
      above[depth] = id;
      return { id, parentId: depth === 0 ? null : (above[depth - 1] ?? null), name, people: Number(people) };
    });
}

/** Somebody in the world, and what they did in which of its months. */
export type Inhabitant = { id: string; did: Record<"read" | "voted" | "commented" | "proposed", Set<string>> };

/** What happened in which month, from the first of them on. */
const monthStart = (month: string, hour: number) =>
  new Date(`${month}-10T${String(hour % 24).padStart(2, "0")}:00:00Z`);

/**
 * A company of some two hundred people with tiny departments, places that nearly are departments, few on high levels, and
 * some who do everything and some who do nothing.
 */
export async function fewPeopleWorld(months: string[], seed = 7) {
  await foundOrganisation();
  const next = stream(seed);
  const pick = <T>(from: T[]): T => from[Math.floor(next() * from.length)] as T;
  const departments = unitsIn(DEPARTMENTS);
  const places = unitsIn(PLACES);
  const levels = ["Staff", "Team lead", "Head", "Director"].map((name, position) => ({
    id: randomUUID(),
    name,
    position,
  }));
  for (const { people: _, ...department } of departments) await db.department.create({ data: department });
  for (const { people: _, ...place } of places) {
    await db.place.create({ data: { ...place, kind: place.parentId ? "site" : "country" } });
  }
  await db.level.createMany({ data: levels });
  const sites = places.filter(({ parentId }) => parentId);
  const inhabitants: (Inhabitant & { eager: number })[] = [];
  for (const [at, department] of departments.entries()) {
    const home = sites[at % sites.length];
    for (let n = 0; n < department.people; n++) {
      const id = randomUUID();
      const years = Math.floor(next() * 16);
      await db.person.create({
        data: {
          id,
          name: `Person ${at}.${n}`,
          email: `${id}@example.org`,
          departmentId: department.id,
          placeId: next() < 0.06 ? pick(places).id : (home?.id ?? null),
          levelId:
            next() < 0.04 ? null : (levels[next() < 0.7 ? 0 : next() < 0.6 ? 1 : next() < 0.8 ? 2 : 3]?.id ?? null),
          joinedOn: next() < 0.1 ? null : new Date(Date.now() - (years * 365 + 40) * 86_400_000),
        },
      });
      const none = () => new Set<string>();
      const did = { read: none(), voted: none(), commented: none(), proposed: none() };
      inhabitants.push({ id, did, eager: at % 5 === 3 ? 0 : at % 5 === 4 ? 1 : next() });
    }
  }
  const ideas: { id: string; month: string }[] = [];
  for (const month of months) {
    for (const somebody of inhabitants) {
      if (next() > somebody.eager * 0.2) continue;
      const id = randomUUID();
      const status = pick(["submitted", "accepted", "implemented", "declined"] as const);
      const at = monthStart(month, ideas.length);
      const more = { body: "", plain: "", language: "en", status, authorId: somebody.id };
      await db.idea.create({ data: { id, title: `Idea ${ideas.length}`, ...more, submittedAt: at } });
      somebody.did.proposed.add(month);
      ideas.push({ id, month });
    }
    const some = ideas.slice(-40);
    for (const somebody of inhabitants) {
      if (next() < somebody.eager * 0.9) {
        somebody.did.read.add(month);
        await db.reading.create({ data: { personId: somebody.id, month: new Date(`${month}-01`) } });
      }
      if (some.length > 0 && next() < somebody.eager * 0.5) {
        somebody.did.voted.add(month);
        const voted = pick(some).id;
        const createdAt = monthStart(month, 12);
        const made = await db.vote.createMany({
          data: [{ ideaId: voted, voterId: somebody.id, createdAt }],
          skipDuplicates: true,
        });
        if (made.count === 0 && !(await hasVotedIn(somebody.id, month))) somebody.did.voted.delete(month);
      }
      if (some.length > 0 && next() < somebody.eager * 0.3) {
        somebody.did.commented.add(month);
        const id = randomUUID();
        const said = {
          ideaId: pick(some).id,
          rootId: id,
          authorId: somebody.id,
          body: "Yes.",
          createdAt: monthStart(month, 13),
        };
        await db.comment.create({ data: { id, ...said } });
      }
    }
  }
  await rebuildInsights({ withPeople: true });
  return { departments, places, levels, inhabitants: inhabitants as Inhabitant[] };
}

const hasVotedIn = async (voterId: string, month: string) =>
  (await db.vote.count({ where: { voterId, createdAt: monthStart(month, 12) } })) > 0;
