import { randomUUID } from "node:crypto";
import type { IncomingPerson, IncomingPlace } from "./incoming";
import { type Context, lookUp, type Remembered, remember } from "./record-book";

/** The people of a source, by the ids it gives them; whoever is new comes to be, without address or sign-in. */
export async function ensurePeople(context: Context, people: (IncomingPerson | null)[]): Promise<Map<string, string>> {
  const named = new Map(people.flatMap((person) => (person ? [[person.externalId, person.name] as const] : [])));
  const known = await lookUp(context, "person", [...named.keys()]);
  const strangers = [...named.keys()].filter((id) => !known.has(id)).map((id) => [id, randomUUID()] as const);
  await context.connection.query(
    `insert into person (id, name, status)
     select p.id, p.name, 'imported'
       from unnest($1::uuid[], $2::text[]) as p (id, name)`,
    [strangers.map(([, targetId]) => targetId), strangers.map(([id]) => named.get(id))],
  );
  const records = strangers.map(([id, targetId]): [string, Remembered] => [
    id,
    { targetId, digest: "", file: context.file, line: 0 },
  ]);
  await remember(context, "person", new Map(records));
  return new Map([...known, ...records].map(([id, { targetId }]) => [id, targetId ?? ""]));
}

/** Categories by their names in lower case; new ones come to be, at the end. */
export async function ensureCategories(context: Context, names: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names.filter((name) => name !== null))].sort();
  await context.connection.query(
    `insert into category (name, position)
     select n.name, coalesce((select max(position) from category), 0) + n.place
       from unnest($1::text[]) with ordinality as n (name, place)
         on conflict do nothing`,
    [wanted],
  );
  const { rows } = await context.connection.query<{ id: string; name: string }>(
    "select id, lower(name::text) as name from category where name = any($1::citext[])",
    [wanted],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Tags by their names; new ones come to be. */
export async function ensureTags(context: Context, names: string[]): Promise<Map<string, string>> {
  // Sorted, so that two writers of the same new tags never wait for each other in a circle.
  const wanted = [...new Set(names)].sort();
  await context.connection.query("insert into tag (name) select unnest($1::text[]) on conflict do nothing", [wanted]);
  const { rows } = await context.connection.query<{ id: string; name: string }>(
    "select id, name from tag where name = any($1)",
    [wanted],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** What tells one path of places from another. */
export const placeKey = (path: IncomingPlace[]): string => JSON.stringify(path.map(({ name }) => name));

/** The innermost place of every path, by `placeKey`; new ones come to be. */
export async function ensurePlaces(context: Context, paths: IncomingPlace[][]): Promise<Map<string, string>> {
  const distinct = new Map(paths.filter((path) => path.length > 0).map((path) => [placeKey(path), path]));
  const found = new Map<string, string>();
  for (const [key, path] of distinct) {
    let parent: string | null = null;
    for (const place of path) parent = await ensurePlace(context, parent, place);
    if (parent) found.set(key, parent);
  }
  return found;
}

async function ensurePlace({ connection }: Context, parent: string | null, place: IncomingPlace): Promise<string> {
  await connection.query(
    "insert into place (parent_id, kind, name, country) values ($1, $2, $3, $4) on conflict do nothing",
    [parent, place.kind, place.name, place.country ?? null],
  );
  const { rows } = await connection.query<{ id: string }>(
    "select id from place where parent_id is not distinct from $1 and name = $2",
    [parent, place.name],
  );
  return rows[0]?.id ?? "";
}
