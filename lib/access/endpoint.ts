import type { z } from "zod";
import { Failure, type FailureCode } from "../platform/errors";
import { isLocale, type Locale, localeFromHeader } from "../platform/i18n/locales";
import { translator } from "../platform/i18n/translate";
import { parse } from "../platform/parse";
import type { Actor } from "./actor";
import { requireSameOrigin } from "./origin";
import { refusalOf } from "./refusal";
import { sessionActor } from "./session";
import { actorOfToken } from "./tokens";

const statusOf: Record<FailureCode | "defect", number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  busy: 503,
  defect: 500,
};

/** Far above the longest idea, far below what could hurt. */
const LONGEST_BODY = 1_000_000;

const isRead = (request: Request) => request.method === "GET" || request.method === "HEAD";

async function requireActor(request: Request): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!bearer && !isRead(request)) requireSameOrigin(request.headers);
  const actor = bearer
    ? await actorOfToken(
        bearer,
        isRead(request) ? "read" : "write",
        localeFromHeader(request.headers.get("accept-language")),
      )
    : await sessionActor();
  if (!actor) throw new Failure("unauthenticated", "access.signInFirst");
  return actor;
}

async function bodyOf(request: Request): Promise<object> {
  if (isRead(request)) return {};
  const text = await request.text();
  if (text.length > LONGEST_BODY) throw new Failure("invalid", "validation.tooLong");
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Falls through: neither malformed JSON nor a JSON list is what any endpoint expects.
  }
  throw new Failure("invalid", "validation.unreadable");
}

/** What an address says, as pages get it: a name that is said several times is a list. */
const queryOf = (said: URLSearchParams) =>
  Object.fromEntries(
    [...said.keys()].map((name) => {
      const values = said.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );

const answer = (status: number, body: unknown, type = "application/json") =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "private, no-store" },
  });

/** A refusal as RFC 9457 has it, in the caller's language; `code` and `fields` are for programs. */
function problem(error: unknown, locale: Locale): Response {
  const refusal = refusalOf(error);
  const t = translator(locale);
  const { code, reason, fields } =
    refusal === "defect" ? { code: "defect" as const, reason: "validation.unexpected" as const, fields: {} } : refusal;
  const body = {
    type: "about:blank",
    title: t(reason),
    status: statusOf[code],
    code: reason,
    errors: Object.entries(fields).map(([field, why]) => ({ field, code: why, detail: t(why) })),
  };
  return answer(statusOf[code], body, "application/problem+json");
}

type Context = { params: Promise<Record<string, string | string[]>> };

/**
 * The API door. Turns a domain function into a route handler: who is asking (token or session), is the input
 * well-formed, do it, answer as JSON. The address, the query and the body together are the input.
 *
 * @param status what success is called; 201 where something new comes to be, 204 where there is nothing to say
 */
export const endpoint =
  <S extends z.ZodType, T>(schema: S, run: (actor: Actor, input: z.output<S>) => Promise<T>, status = 200) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    let locale = localeFromHeader(request.headers.get("accept-language"));
    try {
      const actor = await requireActor(request);
      if (isLocale(actor.locale)) locale = actor.locale;
      const query = queryOf(new URL(request.url).searchParams);
      const input = parse(schema, { ...query, ...(await bodyOf(request)), ...(await params) });
      return answer(status, (await run(actor, input)) ?? {});
    } catch (error) {
      return problem(error, locale);
    }
  };
