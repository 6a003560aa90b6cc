import fc, { type Arbitrary } from "fast-check";
import { database } from "./callers";

/** A JSON Schema, as far as ours go. */
export type Shape = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Shape;
  maxItems?: number;
  properties?: Record<string, Shape>;
  required?: string[];
};

/** Ids of things of every kind that are there: one's own and others', open and closed, hidden and gone. */
export async function idsOf(personIds: string[]): Promise<string[]> {
  const { rows } = await database.query(
    `(select id from (select distinct on (status, author_id = any ($1)) id from idea) i)
     union all (select id from comment order by created_at desc limit 5)
     union all (select id from category limit 2)
     union all (select id from department limit 2)
     union all (select id from place limit 2)
     union all (select id from person where id = any ($1) limit 3)`,
    [personIds],
  );
  return rows.map(({ id }) => id);
}

const text = ({ minLength = 0, maxLength = 60 }: Shape) =>
  fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, minLength + 60) });

/** Inputs that a schema describes. `ids` are those that there are; others are made up besides. */
export function inputsOf(shape: Shape, ids: string[]): Arbitrary<unknown> {
  const of = (part: Shape) => inputsOf(part, ids);
  if ("const" in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(of));
  if (shape.format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid({ version: 4 }));
  if (shape.format === "email") return fc.uuid().map((name) => `${name}@example.org`);
  switch (shape.type) {
    case "integer":
      return fc.integer({ min: shape.minimum ?? -1000, max: shape.maximum ?? 1000 });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(of(shape.items ?? {}), { maxLength: Math.min(shape.maxItems ?? 5, 5) });
    case "object": {
      const model = Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, part]) => [name, of(part)]));
      return fc.record(model, { requiredKeys: shape.required ?? [] });
    }
    default:
      return text(shape);
  }
}

let deep: unknown = "x";
for (let level = 0; level < 2_000; level++) deep = [deep];

/** Keys that mean something to JavaScript, to a database, or to a table of ours; a schema knows none of them. */
const foreignKeys = [
  "__proto__",
  "constructor",
  "toString",
  "isAdmin",
  "roles",
  "authorId",
  "status",
  "votes",
  "$ACTION_X",
];

/** An object with a property of any name, `__proto__` too. */
const having = (key: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);

/** Values that somebody sends who means no good, or whose program is broken. */
export const nasty: Arbitrary<unknown> = fc.constantFrom(
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\u202e",
  "NaN",
  "9".repeat(400),
  "' or 1=1 --",
  "x".repeat(30_000),
  "\u0301".repeat(10_000),
  "2026-13-45T99:99:99Z",
  "00000000-0000-0000-0000-000000000000",
  [],
  [[]],
  ["a", 1, null],
  {},
  { not: "" },
  { in: ["a"] },
  { $gt: "" },
  having("__proto__", { roles: ["administrator"] }),
  having("constructor", { prototype: { isAdmin: true } }),
  deep,
);

/** The same object, broken in one place: one value is something else, one is missing, or one is too many. */
export const brokenInOnePlace = (input: Arbitrary<Record<string, unknown>>): Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(input, fc.nat(), nasty, fc.constantFrom(...foreignKeys), fc.constantFrom("change", "drop", "add"))
    .map(([given, n, value, key, how]) => {
      const names = Object.keys(given);
      const name = names[n % names.length];
      if (how === "add" || name === undefined) return { ...given, ...(having(key, value) as object) };
      const { [name]: _, ...rest } = given;
      return how === "drop" ? rest : { ...rest, [name]: value };
    });
