import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { tags } from "@/lib/ideas/tag-names";
import { listInput } from "@/lib/ranking/schema";

/** The names of the schemas that doors parse what they are sent with. */
const taken = new Set(
  [
    ["lib/**/actions.ts", /= \w+\(\s*(\w+),/g],
    ["lib/api.ts", /input: (\w+)/g],
    ["app/**/route.ts", /(?:beacon|download)\(\s*(\w+)/g],
    ["lib/access/oidc.ts", /(\w+)\.parse\(/g],
    ["app/**/page.tsx", /(?:page|visitorPage)\(\s*(\w+)/g],
  ].flatMap(([paths, naming]) =>
    globSync(paths as string).flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(naming as RegExp)].map(([, name]) => name),
    ),
  ),
);

const schemas = globSync("lib/**/{schema,*-schema}.ts").flatMap((path) =>
  Object.entries(require(resolve(path)) as Record<string, unknown>)
    .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType && taken.has(entry[0]))
    .map(([name, schema]) => ({ name: `${path} ${name}`, schema })),
);

type Part = { name: string; schema: z.core.$ZodType };

/** What a schema is made of, one step down. */
function partsOf({ name, schema }: Part): Part[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  const inner = ["innerType", "in", "out", "element", "valueType", "keyType", "left", "right", "rest"] as const;
  const parts = inner.flatMap((key) => (def[key] ? [{ name, schema: def[key] as z.core.$ZodType }] : []));
  const lists = ["options", "items"].flatMap((key) =>
    Array.isArray(def[key]) ? (def[key] as z.core.$ZodType[]).map((one) => ({ name, schema: one })) : [],
  );
  const shape = Object.entries((def.shape ?? {}) as Record<string, z.core.$ZodType>);
  return [...parts, ...lists, ...shape.map(([field, one]) => ({ name: `${name}.${field}`, schema: one }))];
}

/** Formats that have an end of their own. */
const bounded = /^(uuid|guid|datetime|date|time|duration|ipv4|ipv6)$/;

/** Longer than anything that people may write. */
const LONGEST = 20_000;

const maximumOf = (schema: z.core.$ZodType) =>
  Math.min(
    ...((schema._zod.def as { checks?: z.core.$ZodCheck[] }).checks ?? []).map(
      ({ _zod }) => (_zod.def as { maximum?: number }).maximum ?? Infinity,
    ),
    Infinity,
  );

function endless({ schema }: Part): boolean {
  const def = schema._zod.def as { type: string; format?: string };
  if (def.type === "any" || def.type === "unknown" || def.type === "record") return true;
  if (def.type !== "array" && def.type !== "string") return false;
  return maximumOf(schema) > LONGEST && !bounded.test(def.format ?? "");
}

/**
 * Every text and list without an end. Below a `pipe`, what comes in has to have one; what is made of it is ours. A
 * preprocessor hands on whatever it was given.
 */
function endlessIn(part: Part, seen = new Set<unknown>()): string[] {
  if (seen.has(part.schema)) return [];
  seen.add(part.schema);
  const { def } = part.schema._zod as unknown as { def: { type: string } };
  const parts = partsOf(part).filter(({ schema }) => !(def.type === "pipe" && isTransform(schema)));
  return [...(endless(part) ? [part.name] : []), ...parts.flatMap((inner) => endlessIn(inner, seen))];
}

const isTransform = (schema: z.core.$ZodType) =>
  (schema._zod as unknown as { def: { type: string } }).def.type === "transform";

/** Those that have their end in another way, which is proved below. */
const otherwise = /\.(q|tags)$/;

it("every text and every list that a door takes in has an end", () => {
  expect(schemas.length).toBeGreaterThan(25);
  const found = [...new Set(schemas.flatMap((part) => endlessIn(part)))];
  expect(found.filter((name) => !otherwise.test(name))).toEqual([]);
});

it("a question is cut off, and tags are counted and measured as a whole", () => {
  const endless = "word ".repeat(100_000);

  expect(listInput.parse({ q: endless }).q?.length).toBeLessThanOrEqual(300);
  expect(tags.safeParse(endless).success).toBe(false);
  expect(tags.safeParse(Array(100_000).fill("")).success).toBe(false);
});

it("would notice one that has none, wherever it hides", () => {
  const hidden = {
    plain: z.string(),
    optional: z.string().optional(),
    piped: z.string().transform((text) => text.length),
    caught: z.string().optional().catch(undefined),
    within: z.object({ list: z.array(z.string().max(3)) }),
    either: z.union([z.uuid(), z.string()]),
    huge: z.string().max(1_000_000),
  };

  for (const [name, schema] of Object.entries(hidden)) {
    expect([name, endlessIn({ name, schema }).length]).toEqual([name, 1]);
  }
});
