import type { Deed } from "./deed";
import { type Components, jsonSchema, type Schema, writtenOut } from "./json-schema";
import { problem } from "./problem";

/** What a refusal means here, and the headers that come with it. */
type Refusal = { description: string; headers?: Record<string, object> };

const header = (description: string, example: string) => ({ description, schema: { type: "string" }, example });

const refusals: Record<number, Refusal> = {
  400: { description: "The input is not as described; `errors` names the fields." },
  401: {
    description: "Nobody is signed in: no token, or one that was revoked or has expired.",
    headers: { "WWW-Authenticate": header("How to say who is asking.", 'Bearer realm="Tormenta"') },
  },
  403: { description: "Whoever is asking may not do this, or not with this token." },
  404: { description: "There is nothing here, or nothing that whoever is asking may see." },
  409: { description: "Not in the state that it is in now, or somebody was quicker." },
  413: { description: "The body is longer than a million bytes." },
  415: { description: "The body is not sent as application/json." },
  429: {
    description: "Too many requests.",
    headers: { "Retry-After": header("In how many seconds to try again.", "60") },
  },
  500: { description: "A defect of ours. Nothing was changed." },
  503: {
    description: "Very many people are here at this moment. Nothing was changed.",
    headers: { "Retry-After": header("In how many seconds to try again.", "2") },
  },
};

const json = (schema: object, type = "application/json") => ({ [type]: { schema } });

const acceptLanguage = {
  name: "Accept-Language",
  in: "header",
  description: "The language of problems: en, es or pt. Without it, that of the token's owner.",
  schema: { type: "string" },
  example: "es",
};

const exampleOf = (examples: unknown): unknown => (Array.isArray(examples) ? examples[0] : undefined);

/** Parameters and body of a request, told apart as lib/access/request-input.ts does it. */
function request(method: string, path: string, { properties = {}, required = [], ...rest }: Schema) {
  const names = Object.keys(properties);
  const inPath = names.filter((name) => path.includes(`{${name}}`));
  const said = names.filter((name) => !inPath.includes(name));
  const parameter = (name: string, place: "path" | "query") => {
    const { description, examples, ...schema } = properties[name] ?? {};
    return { name, in: place, description, required: required.includes(name), schema, example: exampleOf(examples) };
  };
  const parameters = [
    ...inPath.map((name) => parameter(name, "path")),
    ...(method === "get" ? said.map((name) => parameter(name, "query")) : []),
    { $ref: "#/components/parameters/AcceptLanguage" },
  ];
  if (method === "get" || said.length === 0) return { parameters };
  const schema = {
    ...rest,
    properties: Object.fromEntries(said.map((name) => [name, properties[name]])),
    required: required.filter((name) => said.includes(name)),
  };
  return { parameters, requestBody: { required: true, content: json(schema) } };
}

/** Which refusals there can be, by what a deed looks like. */
function refusalsOf({ at, onlyAsks }: Deed): number[] {
  const isAboutSomething = !onlyAsks || at.includes("{");
  const hasBody = !at.startsWith("GET ");
  return [
    ...[400, 401, 403],
    ...(isAboutSomething ? [404] : []),
    ...(onlyAsks ? [] : [409]),
    ...(hasBody ? [413, 415] : []),
    ...[429, 500, 503],
  ];
}

function operation(name: string, deed: Deed, schemas: Components) {
  const { at, summary, input, answer, status, location, file } = deed;
  const [verb = "", path = ""] = at.split(" ");
  const method = verb.toLowerCase();
  const asked = request(method, path, writtenOut(input, "input"));
  const refused = refusalsOf(deed);
  const success = {
    description:
      status === 201
        ? "It is there now; or was already, when this was sent before."
        : "What was asked for, as it stands now.",
    ...(location && { headers: { Location: header("The address of what has come to be.", `${path}/…`) } }),
    content: file ? json({ type: "string" }, file) : json(jsonSchema(answer, "output", schemas)),
  };
  return {
    [path]: {
      [method]: {
        operationId: name,
        summary,
        ...asked,
        responses: {
          [status]: success,
          ...Object.fromEntries(refused.map((code) => [code, { $ref: `#/components/responses/${code}` }])),
        },
      },
    },
  };
}

const about = `Every request is made in somebody's name: with a token of theirs (\`Authorization: Bearer …\`), or by the
portal's own pages with the session's cookie. It may do what that person may do on the pages, and sees what they see.

Instants are in UTC (RFC 3339), ids are UUIDs, texts are Markdown where it says so. Answers may gain properties; ignore
those you do not know. Requests may not: an unknown parameter or property is refused, so that a typing error is found.
Refusals are problems (RFC 9457); go by their \`status\` and \`code\`, show people their \`detail\`.`;

/** The description of a table of deeds as OpenAPI 3.1 has it: made from the schemas that the doors themselves use. */
export function openApi(deeds: Record<string, Deed>): object {
  const schemas: Components = {};
  const paths: Record<string, object> = {};
  for (const [name, row] of Object.entries(deeds)) {
    for (const [path, methods] of Object.entries(operation(name, row, schemas)))
      paths[path] = { ...paths[path], ...methods };
  }
  const problemSchema = jsonSchema(problem, "output", schemas);
  const responses = Object.entries(refusals).map(([status, refusal]) => [
    status,
    { ...refusal, content: json(problemSchema, "application/problem+json") },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Tormenta",
      version: "1.0.0",
      summary: "Ideas, votes and comments of a company's staff.",
      description: about,
    },
    servers: [{ url: "/", description: "This portal." }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      parameters: { AcceptLanguage: acceptLanguage },
      responses: Object.fromEntries(responses),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Made in the settings; may be for reading, writing or both.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-tormenta.session",
          description: "For the portal's own pages: changes are taken from the same origin only.",
        },
      },
    },
  };
}
