import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import { type DemoOrganisation, demoNames } from "./demo-files";

/** How many colleagues share the ideas whose source named no author. */
const UNNAMED = 120;

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

/** Shares ideas whose source published no author among invented colleagues. */
async function shareUnnamed(connection: Connection, origin: Origin, departments: Ids, places: Ids): Promise<void> {
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
  const { rows } = await connection.query<{ id: string; externalId: string }>(
    `select i.id, r.external_id as "externalId"
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
      where i.source_id = $1
        and i.author_id is null`,
    [origin.sourceId],
  );
  await connection.query(
    `update idea i set author_id = n.author_id from unnest($1::uuid[], $2::uuid[]) as n (id, author_id) where i.id = n.id`,
    [rows.map(({ id }) => id), rows.map(({ externalId }) => pick(colleagues, `author ${externalId}`).id)],
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
    await shareUnnamed(connection, origin, departments, places);
  }
  await spreadDepartments(connection, organisation, departments);
}

/** How eager a person is to vote: a few support much, most little. */
export const eagerness = (personId: string): number => 0.3 + 1.4 * chance(`eager ${personId}`) ** 2;
