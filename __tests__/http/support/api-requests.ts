import fc, { type Arbitrary } from "fast-check";
import type { Deed } from "@/lib/access/deed";
import { writtenOut } from "@/lib/access/json-schema";
import { brokenInOnePlace, inputsOf, nasty } from "./inputs";

/** A request to an endpoint, and what its schema should think of it; nothing where it should not get that far. */
export type ApiRequest = { path: string; headers: Record<string, string>; body?: string | Buffer; input?: object };

/** Node answers addresses above 16 kB by itself. */
const LONGEST_WORD = 2_000;

const word = (value: unknown): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, LONGEST_WORD).toWellFormed();

/** A word in an address. Nothing, and dots alone, would make it another address. */
const segment = (value: unknown): string => (/^\.*$/.test(word(value)) ? "x" : word(value));

type Said = Record<string, unknown>;

/** The request that says `said` where the endpoint listens: in the address, the query or a JSON body. */
function saying(at: Deed["at"], said: Said): ApiRequest {
  const [method, template = ""] = at.split(" ");
  const params: Record<string, string> = {};
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    params[name] = segment(Object.hasOwn(said, name) ? said[name] : "x");
    return encodeURIComponent(params[name]);
  });
  const rest = Object.entries(said).filter(([name]) => !Object.hasOwn(params, name));
  if (method !== "GET") {
    const body = JSON.stringify(Object.fromEntries(rest));
    return { path, headers: { "content-type": "application/json" }, body, input: { ...JSON.parse(body), ...params } };
  }
  // Next takes that name out of every address before anybody sees it.
  const seen = rest.filter(([name]) => name !== "__proto__");
  const pairs = seen.flatMap(([name, value]) => [value].flat().map((each) => [name, word(each)]));
  const query = new URLSearchParams(pairs);
  const heard = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length > 1 ? values : values[0]];
  });
  return { path: `${path}?${query}`, headers: {}, input: { ...Object.fromEntries(heard), ...params } };
}

const json = "application/json";
const bodies: [type: string, body: string | Buffer][] = [
  [json, '{"title":'],
  [json, "[]"],
  [json, '"x"'],
  [json, "null"],
  [json, "[".repeat(100_000)],
  [json, '{"version":1e400}'],
  [json, '{"a":1,"a":2}'],
  [json, Buffer.from([0xff, 0xfe, 0x00, 0x22])],
  [json, "\ufeff{}"],
  [json, `{"body":"${"x".repeat(1_000_001)}"}`],
  [`${json}; charset=utf-16`, "{}"],
  ["text/plain", '{"title":"x"}'],
  ["application/x-www-form-urlencoded", "title=x"],
  ["multipart/form-data", "x"],
  ["nonsense", "{}"],
];
const queries = [
  "limit=1&limit=2",
  "limit[]=1",
  "%00=1",
  "q=%ED%A0%80",
  "__proto__=1",
  "a=&a",
  "=x",
  "&&&",
  "cursor=%F0",
];

/** Requests to one endpoint: well-formed, broken in one place, or not even readable. */
export function requestsTo({ at, input }: Deed, ids: string[], cursors: string[]): Arbitrary<ApiRequest> {
  const described = inputsOf(writtenOut(input, "input"), ids) as Arbitrary<Said>;
  const placed =
    at === "GET /api/v1/ideas"
      ? fc.tuple(described, cursor(cursors)).map(([said, at]) => ({ ...said, ...at }))
      : described;
  const isRead = at.startsWith("GET ");
  const unreadable = isRead
    ? fc.tuple(described, fc.constantFrom(...queries)).map(([said, query]) => {
        const { path, headers } = saying(at, said);
        return { path: `${path}&${query}`, headers };
      })
    : fc.tuple(described, fc.constantFrom(...bodies)).map(([said, [type, body]]) => ({
        path: saying(at, said).path,
        headers: { "content-type": type },
        body,
      }));
  return fc.oneof(
    { weight: 2, arbitrary: placed.map((said) => saying(at, said)) },
    { weight: 5, arbitrary: brokenInOnePlace(placed).map((said) => saying(at, said)) },
    { weight: 1, arbitrary: unreadable },
  );
}

/** No cursor, one that was given out, or one in which something was changed: a letter, or what it says. */
function cursor(known: string[]): Arbitrary<Said> {
  const one = fc.constantFrom(...known);
  const letter = fc
    .tuple(one, fc.nat(), fc.constantFrom("A", "_", "%", "", "AAAA"))
    .map(([text, n, by]) => text.slice(0, n % text.length) + by + text.slice((n % text.length) + 1));
  const meaning = fc.tuple(one, fc.nat(), nasty).map(([text, n, by]) => {
    // A cursor of a list of ideas also counts how many came before it.
    const [, before, place = ""] = /^(\d+\.)?(.*)$/.exec(text) ?? [];
    const says: unknown[] = JSON.parse(Buffer.from(place, "base64url").toString());
    return (before ?? "") + Buffer.from(JSON.stringify(says.with(n % says.length, by))).toString("base64url");
  });
  return fc.oneof(
    fc.constant({}),
    fc.oneof(one, letter, meaning).map((text) => ({ cursor: text })),
  );
}
