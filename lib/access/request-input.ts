import { Failure, type FieldReasons } from "../platform/errors";

/** Far above the longest idea, far below what could hurt. In bytes. */
const LONGEST_BODY = 1_000_000;

/** Whether a request only asks, and changes nothing. */
export const isRead = ({ method }: Request): boolean => method === "GET" || method === "HEAD";

/** The body's text, read no further than it may be long, whatever the sender says of its length. */
async function textOf({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const bytes of body ?? []) {
    length += bytes.byteLength;
    if (length > LONGEST_BODY) throw new Failure("too_large", "validation.tooLong");
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

async function bodyOf(request: Request): Promise<object> {
  const text = await textOf(request);
  if (text === "") return {};
  if (!/^application\/(\S+\+)?json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    throw new Failure("unsupported", "validation.notJson");
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Falls through: neither malformed JSON nor a JSON list is what any endpoint expects.
  }
  throw new Failure("invalid", "validation.unreadable");
}

/** What an address says, as pages get it: a name that is said several times is a list. */
const queryOf = ({ url }: Request) => {
  const said = new URL(url).searchParams;
  return Object.fromEntries(
    [...said.keys()].map((name) => {
      const values = said.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
};

const unknown = (fields: string[]) =>
  new Failure(
    "invalid",
    "validation.checkFields",
    Object.fromEntries(fields.map((field): [string, FieldReasons[string]] => [field, "validation.unknownField"])),
  );

/**
 * What a request says: reads in the query, changes in a JSON body, and both in the address. Nothing is said in two
 * places, so that nothing is overheard.
 */
export async function inputOf(request: Request, params: object): Promise<object> {
  const query = queryOf(request);
  const said = isRead(request) ? query : await bodyOf(request);
  const misplaced = [
    ...Object.keys(said).filter((name) => Object.hasOwn(params, name)),
    ...(isRead(request) ? [] : Object.keys(query)),
  ];
  if (misplaced.length > 0) throw unknown(misplaced);
  return { ...said, ...params };
}
