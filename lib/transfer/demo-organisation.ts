import type { Connection } from "./connection";
import { idFor } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";

/** The source whose ideas and comments the demo's own people wrote. */
export const INVENTED = "invented";

type Row = Record<string, string | number | null>;

/** Adds rows, as far as they are not there yet. */
export const insert = (connection: Connection, table: string, columns: string, rows: Row[]) =>
  connection.query(
    `insert into ${table} select n.* from jsonb_to_recordset($1::jsonb) as n (${columns}) on conflict do nothing`,
    [JSON.stringify(rows)],
  );

/** What the demo calls a department. */
export const departmentId = (name: string): string => idFor(`department ${name}`);
const placeId = (name: string): string => idFor(`place ${name}`);
/** What the demo calls one of its staff. */
export const personId = (name: string): string => idFor(`person ${name}`);

async function foundDepartments(connection: Connection, { departments }: DemoOrganisation): Promise<void> {
  const rows = departments.flatMap(({ name, below }) => [
    { id: departmentId(name), parent_id: null, name },
    ...below.map((one) => ({ id: departmentId(one), parent_id: departmentId(name), name: one })),
  ]);
  await insert(connection, "department (id, parent_id, name)", "id uuid, parent_id uuid, name text", rows);
}

async function foundPlaces(connection: Connection, { places }: DemoOrganisation): Promise<void> {
  const rows = places.flatMap(({ name, country, sites }) => [
    { id: placeId(name), parent_id: null, kind: "country", name, country },
    ...sites.map((site) => ({ id: placeId(site), parent_id: placeId(name), kind: "site", name: site, country: null })),
  ]);
  const columns = "id uuid, parent_id uuid, kind place_kind, name text, country text";
  await insert(connection, "place (id, parent_id, kind, name, country)", columns, rows);
}

async function hireStaff(connection: Connection, { people }: DemoOrganisation): Promise<void> {
  const rows = people.map(({ name, about = null, email = null, locale, department, place }) => ({
    id: personId(name),
    email,
    name,
    about,
    locale,
    department_id: departmentId(department),
    place_id: placeId(place),
  }));
  const columns = "id uuid, email citext, name text, about text, locale text, department_id uuid, place_id uuid";
  await insert(connection, "person (id, email, name, about, locale, department_id, place_id)", columns, rows);
  const roles = people.flatMap(({ name, roles: all }) => all.map((role) => ({ person_id: personId(name), role })));
  await insert(connection, "person_role (person_id, role)", "person_id uuid, role role", roles);
}

/** Lets the import find the staff when it meets their names, instead of making strangers of the same name. */
async function introduceStaff(connection: Connection, { people }: DemoOrganisation): Promise<void> {
  await connection.query(
    `insert into import_source (id, title, attribution, licence) values ($1, '-', '-', '-') on conflict do nothing`,
    [INVENTED],
  );
  const rows = people.map(({ name }) => ({
    source_id: INVENTED,
    kind: "person",
    external_id: name,
    target_id: personId(name),
    digest: "",
    file: "",
    line: 0,
  }));
  const columns = "source_id text, kind text, external_id text, target_id uuid, digest text, file text, line int";
  await insert(
    connection,
    "import_record (source_id, kind, external_id, target_id, digest, file, line)",
    columns,
    rows,
  );
}

/** Founds the demo's company: departments, places and staff. Doing it again changes nothing. */
export async function foundDemoOrganisation(connection: Connection, organisation: DemoOrganisation): Promise<void> {
  const { name, timeZone, defaultLocale, currency } = organisation;
  await connection.query(
    `insert into organisation (name, time_zone, default_locale, currency, demo) values ($1, $2, $3, $4, true)
         on conflict do nothing`,
    [name, timeZone, defaultLocale, currency],
  );
  await foundDepartments(connection, organisation);
  await foundPlaces(connection, organisation);
  await hireStaff(connection, organisation);
  await introduceStaff(connection, organisation);
}
