import { z } from "zod";

/** A piece of a JSON Schema. */
export type Schema = {
  properties?: Record<string, Schema>;
  required?: string[];
  [keyword: string]: unknown;
};

const HERE = "#/$defs/";
const THERE = "#/components/schemas/";

/** The schemas that descriptions refer to, by name. */
export type Components = Record<string, Schema>;

const isBlank = (option: Schema) => option.const === "";

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What zod says in a way that is right but not meant for readers. */
function plain(schema: Schema, io: "input" | "output"): Schema {
  const { additionalProperties, maximum, minimum, pattern, anyOf, ...rest } = schema;
  return {
    ...rest,
    // Readers are to ignore what they do not know: an answer is not closed. What each value of a record is stays said.
    ...((io === "input" ? additionalProperties !== undefined : isSchema(additionalProperties)) && {
      additionalProperties,
    }),
    // The integers that JavaScript can tell apart, where nothing narrower was meant.
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(pattern !== undefined && rest.format !== "uuid" && { pattern }),
    // Forms leave fields empty; programs say null.
    ...(Array.isArray(anyOf) && { anyOf: anyOf.filter((option) => !isBlank(option)) }),
  };
}

/**
 * A schema as programs read it: what may be sent, or what is answered. Named parts are added to `components`.
 *
 * @throws when zod knows no JSON Schema for something: then it has to be told, here or by `.meta()`
 */
export function jsonSchema(schema: z.ZodType, io: "input" | "output", components: Components): Schema {
  const made = z.toJSONSchema(z.object({ it: schema }), {
    io,
    unrepresentable: ({ zodSchema }) =>
      zodSchema._zod.def.type === "date" ? { type: "string", format: "date-time" } : "throw",
  });
  const text = JSON.stringify(made).replaceAll(HERE, THERE);
  const { properties, $defs } = JSON.parse(text, (_, value) => (isSchema(value) ? plain(value, io) : value));
  Object.assign(components, $defs);
  return properties.it;
}

/** The same, written out at its top where it has a name. */
export function writtenOut(schema: z.ZodType, io: "input" | "output"): Schema {
  const components: Components = {};
  const { $ref, ...rest } = jsonSchema(schema, io, components);
  return typeof $ref === "string" ? { ...components[$ref.slice(THERE.length)], ...rest } : rest;
}
