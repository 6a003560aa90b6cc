import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import { proposers } from "./demo-eagerness";
import { type DemoOrganisation, demoNames } from "./demo-files";

/** How many colleagues share the ideas whose source named no author. */
const UNNAMED = 120;

/** Of such ideas the company's own staff proposed so many: more of those that are older than the last two days. */
const OWN = { old: 0.14, new: 0.03 };

/** What becomes of a source's people: the language of their names, and the sites where they work. */
const origins = [
  { sourceId: "open-government-dialogue", language: "en", sites: ["Washington", "Austin"] },
  { sourceId: "valladolid", language: "es", sites: ["Valladolid", "Valladolid", "Madrid"] },
] as const;

type Origin = (typeof origins)[number];
type Ids = Map<string, string>;

async function idsByName(connection: Connection, table: "department" | "place"): Promise<Ids> {
  const { rows } = await connection.query<{ id: string; name: string }>(`select id, name from ${table}`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

function invent({ language, sites }: Origin, key: string, departments: Ids, places: Ids) {
  const { first, last } = demoNames()[language];
  const surnames =
    language === "es" ? [pick(last, `last ${key}`), pick(last, `second ${key}`)] : [pick(last, `last ${key}`)];
  return {
    name: [pick(first, `first ${key}`), ...new Set(surnames)].join(" "),
    locale: language,
    departmentId: pick([...departments.values()].sort(), `department ${key}`),
    placeId: places.get(pick(sites, `site ${key}`)) ?? null,
  };
}

/** Gives pseudonyms an invented name, a department and a place; organisations keep the name they published. */
async function namePseudonyms(connection: Connection, origin: Origin, departments: Ids, places: Ids): Promise<void> {
  const { rows } = await connection.query<{ id: string; externalId: string }>(
    `select p.id, r.external_id as "externalId"
       from import_record r
       join person p on p.id = r.target_id
      where r.source_id = $1
        and r.kind = 'person'
        and r.external_id ~ '^u_[0-9a-f]{10}$'`,
    [origin.sourceId],
  );
  const people = rows.map(({ id, externalId }) => ({ id, ...invent(origin, externalId, departments, places) }));
  await connection.query(
    `update person p
        set name = n.name, locale = n.locale, department_id = n."departmentId", place_id = n."placeId"
       from jsonb_to_recordset($1::jsonb) as n (id uuid, name text, locale text, "departmentId" uuid, "placeId" uuid)
      where p.id = n.id`,
    [JSON.stringify(people)],
  );
}

type Unnamed = { id: string; externalId: string; isOld: boolean };

/** Who wrote an idea whose source named nobody: an invented colleague, or now and then somebody of the staff. */
function authorOf({ externalId, isOld }: Unnamed, colleagues: string[], staff: string[]): string {
  if (chance(`own ${externalId}`) >= (isOld ? OWN.old : OWN.new)) return pick(colleagues, `author ${externalId}`);
  return staff[Math.floor(staff.length * chance(`own author ${externalId}`) ** 1.5)] as string;
}

/** Shares ideas whose source published no author among invented colleagues, and gives some to the staff. */
async function shareUnnamed(
  connection: Connection,
  origin: Origin,
  departments: Ids,
  places: Ids,
  staff: string[],
): Promise<void> {
  const colleagues = Array.from({ length: UNNAMED }, (_, index) => {
    const key = `${origin.sourceId} colleague ${index}`;
    return { id: idFor(key), ...invent(origin, key, departments, places) };
  });
  await connection.query(
    `insert into person (id, name, locale, department_id, place_id, status)
     select n.id, n.name, n.locale, n."departmentId", n."placeId", 'imported'
       from jsonb_to_recordset($1::jsonb) as n (id uuid, name text, locale text, "departmentId" uuid, "placeId" uuid)
         on conflict do nothing`,
    [JSON.stringify(colleagues)],
  );
  const { rows } = await connection.query<Unnamed>(
    `select i.id, r.external_id as "externalId", i.submitted_at::date < y.day - 1 as "isOld"
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
      cross join (select max(submitted_at)::date as day from idea where source_id = $1) y
      where i.source_id = $1
        and i.author_id is null`,
    [origin.sourceId],
  );
  const ids = colleagues.map(({ id }) => id);
  await connection.query(
    `update idea i set author_id = n.author_id from unnest($1::uuid[], $2::uuid[]) as n (id, author_id) where i.id = n.id`,
    [rows.map(({ id }) => id), rows.map((idea) => authorOf(idea, ids, staff))],
  );
}

/** Sends ideas to the department that looks after their category; those without one are spread. */
async function spreadDepartments(
  connection: Connection,
  { departments, departmentOf }: DemoOrganisation,
  ids: Ids,
): Promise<void> {
  const { rows } = await connection.query<{ id: string; externalId: string; category: string | null }>(
    `select i.id, r.external_id as "externalId", c.name::text as category
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
       left join category c on c.id = i.category_id
      where i.department_id is null`,
  );
  const leaves = departments.flatMap(({ below }) => below);
  const chosen = rows.map(
    ({ externalId, category }) => departmentOf[category ?? ""] ?? pick(leaves, `idea ${externalId}`),
  );
  await connection.query(
    `update idea i set department_id = n.department_id
       from unnest($1::uuid[], $2::uuid[]) as n (id, department_id) where i.id = n.id`,
    [rows.map(({ id }) => id), chosen.map((name) => ids.get(name))],
  );
}

/** Makes colleagues of the sources' people, and gives every idea a department. Doing it again changes nothing. */
export async function nameDemoAuthors(connection: Connection, organisation: DemoOrganisation): Promise<void> {
  const departments = await idsByName(connection, "department");
  const places = await idsByName(connection, "place");
  for (const origin of origins) {
    await namePseudonyms(connection, origin, departments, places);
    await shareUnnamed(connection, origin, departments, places, proposers(organisation));
  }
  await spreadDepartments(connection, organisation, departments);
}
