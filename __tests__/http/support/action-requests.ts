import { globSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";
import { writtenOut } from "@/lib/access/json-schema";
import { actionId, calling, takesForm } from "./actions";
import { brokenInOnePlace, inputsOf } from "./inputs";

/** A server action: what it is called, what it takes, and whether visitors may call it. */
export type Action = { name: string; schema: z.ZodType; isOpen: boolean };

/** Every action that `lib` declares, with the schema that its line names. */
export async function allActions(): Promise<Action[]> {
  const found = globSync("lib/*/actions.ts").map(async (file) => {
    const source = readFileSync(file, "utf8");
    const imported = [...source.matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)];
    const fromWhere = (name: string) => imported.find(([, names = ""]) => names.split(/[\s,]+/).includes(name))?.[2];
    const lines = [...source.matchAll(/^export const (\w+) = (\w+)\(\s*([\w.]+)/gm)];
    return Promise.all(
      lines.map(async ([, name = "", door = "", schema = ""]) => ({
        name,
        schema:
          schema === "z.strictObject"
            ? z.strictObject({})
            : (await import(resolve(dirname(file), `${fromWhere(schema)}.ts`)))[schema],
        isOpen: door.startsWith("visitor"),
      })),
    );
  });
  return (await Promise.all(found)).flat();
}

/** A post that calls an action, and what the action then has to make of it. */
export type ActionRequest = { headers: Record<string, string>; body: Buffer; input: unknown; isPlain: boolean };

type Said = Record<string, unknown>;

const typed = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** Texts as the browser sends them: React takes one that begins with a dollar for something of its own. */
const escaped = (value: unknown): unknown => {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, escaped(part)]));
};

/** The post of a browser with JavaScript. */
function byScript({ name }: Action, said: Said): ActionRequest {
  if (takesForm(name)) {
    const fields = Object.fromEntries(Object.entries(said).map(([field, value]) => [field, typed(value)]));
    const { headers, body } = calling(name, fields);
    const { $ACTION_X: _, ...input } = fields;
    return { headers, body: Buffer.from(body), input, isPlain: false };
  }
  const headers = { "next-action": actionId(name), "content-type": "text/plain;charset=UTF-8" };
  const { ["__proto__"]: _, ...input } = said;
  return { headers, body: Buffer.from(JSON.stringify([escaped(said)])), input, isPlain: false };
}

/** The post of a form without JavaScript. A lone button gets its fields; the others get none that way. */
function byForm({ name }: Action, said: Said): ActionRequest {
  const boundary = "----tormenta";
  const fields = [
    [`$ACTION_ID_${actionId(name)}`, ""],
    ...Object.entries(said).map(([field, value]) => [field, typed(value)]),
  ];
  const parts = fields.map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: Buffer.from(`${parts.join("")}--${boundary}--\r\n`),
    input: name.endsWith("Button")
      ? Object.fromEntries(fields.slice(1).filter(([field]) => field !== "$ACTION_X"))
      : {},
    isPlain: true,
  };
}

/** Posts to one action: well-formed, or broken in one place; with JavaScript and without. */
export function postsTo(action: Action, ids: string[]): Arbitrary<ActionRequest> {
  const described = inputsOf(writtenOut(action.schema, "input"), ids) as Arbitrary<Said>;
  const said = fc.oneof({ weight: 1, arbitrary: described }, { weight: 3, arbitrary: brokenInOnePlace(described) });
  return fc.tuple(said, fc.boolean()).map(([input, isPlain]) => (isPlain ? byForm : byScript)(action, input));
}
