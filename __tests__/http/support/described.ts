import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";

type Json = { [key: string]: Json } & { $ref?: string };

/** An OpenAPI document, as far as these tests read it. */
export type Described = {
  paths: Record<string, Record<string, { responses: Record<string, Json> }>>;
  components: Json;
};

/** The same with every answer closed: what is not described may not be answered. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
  return copy.type === "object" && copy.properties ? { additionalProperties: false, ...copy } : copy;
};

const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
const pointer = (...keys: string[]) => keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");

/** Checks answers against an OpenAPI document: that it foresees their status, and describes all they say. */
export function describedBy(document: Described) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(document) as object, "api");

  return async (method: string, url: string, response: Response): Promise<void> => {
    const path = Object.keys(document.paths).find((each) => pattern(each).test(new URL(url).pathname)) ?? "";
    const verb = method.toLowerCase();
    const { status } = response;
    const foreseen = document.paths[path]?.[verb]?.responses[status];
    const said = `${method} ${path} answered ${status}`;
    if (!foreseen) throw new Error(`${said}, which its description does not foresee.`);

    const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
    const at = foreseen.$ref ?? `#/${pointer("paths", path, verb, "responses", String(status))}`;
    const validate = ajv.getSchema(`api${at}/${pointer("content", type, "schema")}`);
    if (!validate) throw new Error(`${said} as ${type}, which its description does not foresee.`);
    const text = await response.clone().text();
    const body = /json$/.test(type) ? JSON.parse(text) : text;
    if (!validate(body)) throw new Error(`${said}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`);
  };
}
