import { hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { participation } from "@/lib/insights/participation";
import { insightsInput } from "@/lib/insights/schema";
import type { Cell, Section } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { fewPeopleWorld, type Inhabitant } from "./few-people-world";
import { solvedFor } from "./solved";

const MONTHS = ["2026-04", "2026-05", "2026-06"];
const PERIODS = [
  ["2026-01", "2026-06"],
  ["2026-04", "2026-06"],
  ["2026-05", "2026-06"],
  ["2026-06", "2026-06"],
] as const;

type Activity = "read" | "voted" | "commented" | "proposed" | "tookPart";
const ACTIVITIES: Activity[] = ["read", "voted", "commented", "proposed", "tookPart"];

/** What somebody is told: of so many people, and of how many of them what; who they are, as an attacker knows who works where. */
type Told = { group: string; members: number[]; activity: Activity; months: string[]; share: Cell };

let world: Awaited<ReturnType<typeof fewPeopleWorld>>;
let leader: Actor;
let told: Told[];
let people: Map<string, number>;
let countedAs: number[];
let memberships: Map<string, number[]>;

/** Whether somebody counts as having done something: of some, what another read and voted counts. */
function didIn(at: number, activity: Activity, months: string[]): boolean {
  if (activity === "tookPart")
    return (["voted", "commented", "proposed"] as const).some((one) => didIn(at, one, months));
  const isUnseen = activity === "read" || activity === "voted";
  const { did } = world.inhabitants[isUnseen ? (countedAs[at] ?? at) : at] as Inhabitant;
  return months.some((month) => did[activity].has(month));
}

/** Who counts in each group, by the name under which it is told of, from where everybody counts. */
async function listMembers(): Promise<Map<string, number[]>> {
  const members = new Map<string, number[]>();
  const place = new Map<string, number>(world.inhabitants.map(({ id }, at) => [id, at]));
  const join = (name: string, at: number) => members.set(name, [...(members.get(name) ?? []), at]);
  const units = new Map<string, (typeof world.departments)[number]>(
    [...world.departments, ...world.places].map((unit) => [unit.id, unit]),
  );
  const levels = new Map<string, { name: string; position: number }>(world.levels.map((level) => [level.id, level]));
  const rows = await db.voice.findMany();
  const nameOf = (level: number) =>
    [...new Set(rows.filter((row) => row.inLevel === level).map((row) => row.levelId))]
      .map((id) => levels.get(id ?? "") ?? { name: "Not stated", position: 9 })
      .sort((a, b) => a.position - b.position)
      .map(({ name }) => name)
      .join(" · ");
  const bands = ["Under 1 year", "1–2 years", "3–5 years", "6–10 years", "11 years and more", "Not stated"];
  for (const row of rows) {
    const at = place.get(row.personId);
    if (at === undefined) continue;
    join("everybody", at);
    for (const [kind, own] of [
      ["department", row.inDepartment],
      ["place", row.inPlace],
    ] as const) {
      join(own ? `${kind} ${units.get(own)?.name}, outside its larger parts` : `${kind} Elsewhere, or not stated`, at);
      for (let unit = units.get(own ?? ""); unit; unit = units.get(unit.parentId ?? ""))
        join(`${kind} ${unit.name}`, at);
    }
    join(`level ${nameOf(row.inLevel)}`, at);
    const told = new Set(rows.filter((other) => other.inBand === row.inBand).map((other) => other.band));
    join(`band ${bands.filter((_, band) => told.has(band + 1)).join(" · ")}`, at);
  }
  return members;
}

const KINDS: Record<string, string> = {
  Department: "department",
  Place: "place",
  Site: "place",
  Level: "level",
  Tenure: "band",
};

/** All figures about people in an answer, each with the group and the months it is about. */
function figuresIn(sections: Section[], whole: string, months: string[]): Omit<Told, "members">[] {
  return sections.flatMap(({ key, rows }) => {
    const [, division] = /^participationBy(\w+)$/.exec(key) ?? [];
    if (key === "takingPart") {
      return rows.map(({ cells }, at) => ({
        group: whole,
        activity: (["tookPart", "read", "voted", "commented", "proposed"] as const)[at] ?? "read",
        months,
        share: cells.share ?? null,
      }));
    }
    if (key === "participationMonths") {
      return rows.flatMap(({ cells }) =>
        ACTIVITIES.map((activity) => ({
          group: whole,
          activity,
          months: [String(cells.month)],
          share: cells[activity] ?? null,
        })),
      );
    }
    if (!division) return [];
    return rows.flatMap(({ cells }) => {
      const group = `${KINDS[division]} ${cells.group}`;
      people.set(group, cells.people as number);
      return ACTIVITIES.map((activity) => ({ group, activity, months, share: cells[activity] ?? null }));
    });
  });
}

beforeAll(async () => {
  world = await fewPeopleWorld(MONTHS);
  leader = await hire({ roles: ["executive"] });
  memberships = await listMembers();
  const voices = new Map((await db.voice.findMany()).map((voice) => [voice.personId, voice.countedAs]));
  const places = new Map(world.inhabitants.map(({ id }, at) => [id, at]));
  countedAs = world.inhabitants.map(({ id }) => places.get(voices.get(id) ?? "") ?? -1);
  people = new Map();
  const asked = PERIODS.flatMap(([from, to]) =>
    [null, ...world.departments].flatMap((department) =>
      [null, ...world.places].map((place) => ({ from, to, department, place })),
    ),
  );
  told = [];
  for (const { from, to, department, place } of asked) {
    const input = parse(insightsInput, { from, to, department: department?.id, place: place?.id });
    const whole = department ? `department ${department.name}` : place ? `place ${place.name}` : "everybody";
    const sections = await participation(leader, input);
    const figures = figuresIn(
      sections,
      department && place ? `${whole} in ${place.name}` : whole,
      MONTHS.filter((month) => month >= from && month <= to),
    );
    told.push(...figures.map((figure) => ({ ...figure, members: memberships.get(figure.group) ?? [] })));
  }
}, 400_000);

const askedFor = ({ id, kind }: { id?: string; kind?: "department" | "place" }) =>
  participation(leader, parse(insightsInput, { from: MONTHS[0], to: MONTHS[2], ...(kind && { [kind]: id }) }));

const isTold = ({ share }: Told) => typeof share === "number";

it("every figure about people is what one gets counting them one by one", () => {
  const odd = told.filter(isTold).filter(({ members, activity, months, share }) => {
    const doers = members.filter((at) => didIn(at, activity, months)).length;
    return Math.abs(doers / members.length - (share as number)) > 1e-9;
  });

  expect(odd).toEqual([]);
  expect(told.filter(isTold).length).toBeGreaterThan(1000);
  for (const [group, count] of people) expect(`${group} ${memberships.get(group)?.length}`).toBe(`${group} ${count}`);
});

it("nothing is told of fewer than five people, and nothing of a department in a place", () => {
  expect(told.filter(isTold).filter(({ members }) => members.length < 5)).toEqual([]);
  expect(told.some(({ group }) => group.includes(" in "))).toBe(true);
});

it("no sum and no difference of all that is told, over all filters, is about one to four people", () => {
  const groups = new Map(told.filter(isTold).map(({ group, members }) => [group, members]));
  for (const group of people.keys()) groups.set(group, memberships.get(group) ?? []);

  expect(groups.size).toBeGreaterThan(25);
  expect(solvedFor([...groups.values()], world.inhabitants.length)).toEqual([]);
});

it("in each group there is somebody of whom another's reading and voting is counted, and more in larger ones", async () => {
  const cells = Map.groupBy(await db.voice.findMany(), ({ inDepartment }) => inDepartment);

  for (const those of cells.values()) {
    const swapped = those.filter(({ personId, countedAs }) => personId !== countedAs);
    expect(swapped.length).toBe(Math.ceil(those.length / 20));
  }
});

/** Whose success is told of by department or place, by the names of the groups. */
async function successful(kinds: string[]): Promise<Map<string, Cell>> {
  const asked = [
    askedFor({}),
    ...world.departments.map(({ id }) => askedFor({ id, kind: "department" })),
    ...world.places.map(({ id }) => askedFor({ id, kind: "place" })),
  ];
  const rows = (await Promise.all(asked)).flat().flatMap(({ key, rows }) => {
    const [, division = ""] = /^successBy(\w+)$/.exec(key) ?? [];
    return kinds.includes(division)
      ? rows.map(({ cells }) => [`${KINDS[division]} ${cells.group}`, cells.ideas] as const)
      : [];
  });
  return new Map(rows.filter(([, ideas]) => typeof ideas === "number").map(([group, ideas]) => [group, ideas ?? null]));
}

it("no sum and no difference of whose ideas come through, by department and place, is about one to four of their authors", async () => {
  const authors = new Set(world.inhabitants.flatMap(({ did }, at) => (did.proposed.size > 0 ? [at] : [])));
  const place = new Map([...authors].map((at, n) => [at, n]));
  const told = await successful(["Department", "Place", "Site"]);
  const groups = [...told.keys()].map((group) => (memberships.get(group) ?? []).flatMap((at) => place.get(at) ?? []));

  expect([...told.keys()].filter((group) => group.startsWith("department")).length).toBeGreaterThan(3);
  expect(groups.filter((group) => group.length > 0 && group.length < 5)).toEqual([]);
  expect(solvedFor(groups, authors.size)).toEqual([]);
});

const steps = async (from: string, to: string) =>
  (await participation(leader, parse(insightsInput, { from, to })))
    .filter(({ key }) => /(Level|Tenure)$/.test(key))
    .map(({ key, rows }) => ({ key, rows }));

it("levels and years are told of a half-year that is over, and it is the same whichever months are asked for around it", async () => {
  const told = await steps("2026-01", "2026-06");

  expect(told.length).toBeGreaterThan(1);
  expect(await steps("2025-12", "2026-06")).toEqual(told);
  expect(await steps("2025-10", "2026-11")).toEqual(told);
  expect(await steps("2026-02", "2026-11")).toEqual([]);
  expect(await steps("2026-06", "2026-06")).toEqual([]);
});

it("a share of a level or of years is told where five did it and five did not", async () => {
  const shares = told.filter(isTold).filter(({ group }) => /^(level|band) /.test(group));

  expect(shares.length).toBeGreaterThan(10);
  for (const { members, share } of shares) {
    const doers = Math.round((share as number) * members.length);
    expect(Math.min(doers, members.length - doers)).toBeGreaterThanOrEqual(5);
  }
});

it("whose ideas come through is told of whole quarters", async () => {
  const outcome = async (from: string, to: string) =>
    (await participation(leader, parse(insightsInput, { from, to })))
      .filter(({ key }) => /^successBy(Department|Place|Site)$/.test(key))
      .map(({ key, rows }) => ({ key, rows }));
  const quarter = await outcome("2026-04", "2026-06");

  expect(quarter.length).toBeGreaterThan(0);
  expect(await outcome("2026-03", "2026-07")).toEqual(quarter);
  expect(await outcome("2026-05", "2026-08")).toEqual([]);
});

it("what those of whom another's is counted read and voted themselves is in no figure", async () => {
  const all = () =>
    Promise.all([
      askedFor({}),
      ...world.departments.map(({ id }) => askedFor({ id, kind: "department" })),
      ...world.places.map(({ id }) => askedFor({ id, kind: "place" })),
    ]);
  const before = await all();
  await db.$executeRaw`delete from reading r using voice v where v.person_id = r.person_id and v.counted_as <> v.person_id`;
  await db.$executeRaw`
    update person_month m set votes = 3 - least(m.votes, 3) from voice v
     where v.person_id = m.person_id and v.counted_as <> v.person_id`;
  await db.$executeRaw`select rebuild_voice_spans()`;

  expect(await all()).toEqual(before);
});
