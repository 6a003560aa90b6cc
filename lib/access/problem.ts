import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { type Failure, Overtaken } from "../platform/errors";
import { exchange } from "../platform/exchange";
import type { Locale } from "../platform/i18n/locales";
import { translator } from "../platform/i18n/translate";
import { refusalOf, statusOf } from "./refusal";

/** In how many seconds to try again, where the refusal does not know. */
const PATIENCE_S = 60;

/** A refusal as RFC 9457 has it. */
export const problem = z
  .object({
    type: z.literal("about:blank"),
    title: z.string().describe("What the status is called, in English."),
    status: z.int(),
    detail: z.string().describe("What went wrong, for people, in the language that was asked for."),
    code: z.string().describe("What went wrong, for programs: a name that stays."),
    instance: z.string().optional().describe("Names the request in the server's log; also the header X-Request-Id."),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), detail: z.string() }))
      .describe("What is wrong with which field of the input; empty where it is not the input."),
    meanwhile: z
      .array(
        z.object({
          type: z.string().describe("What happened, such as idea.moved."),
          at: z.iso.datetime(),
          by: z.string().nullable().describe("Who did it; null where nobody did, as by the clock."),
          detail: z.record(z.string(), z.unknown()).describe("From what to what."),
        }),
      )
      .optional()
      .describe("With 409: what others did since the version that was sent, oldest first. Look, and send again."),
  })
  .meta({ id: "Problem" });

const unexpected = { code: "defect", reason: "validation.unexpected", fields: {} } as const;

/** What a program is told of something that was thrown: a problem in its language, and when to try again. */
export function problemOf(error: unknown, { headers }: Request, locale: Locale): Response {
  const refusal = refusalOf(error);
  const { code, reason, fields } = refusal === "defect" ? unexpected : refusal;
  const status = statusOf[code];
  const t = translator(locale);
  const requestId = exchange()?.requestId;
  const body: z.output<typeof problem> = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "",
    status,
    detail: t(reason),
    code: reason,
    ...(requestId && { instance: `urn:uuid:${requestId}` }),
    errors: Object.entries(fields).map(([field, why]) => ({ field, code: why, detail: t(why) })),
    ...(refusal instanceof Overtaken && {
      meanwhile: refusal.meanwhile.map((step) => ({ ...step, at: step.at.toISOString() })),
    }),
  };
  return Response.json(body, {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": locale,
      "cache-control": "private, no-store",
      ...(refusal !== "defect" && advice(refusal, headers.has("authorization"))),
    },
  });
}

/** What the headers of a refusal tell programs to do about it. */
function advice({ code, reason, retryAfterS = PATIENCE_S }: Failure, saidWho: boolean): Record<string, string> {
  if (code === "too_many" || code === "busy") return { "retry-after": String(retryAfterS) };
  if (reason === "access.tokenScope")
    return { "www-authenticate": 'Bearer realm="Tormenta", error="insufficient_scope"' };
  if (code !== "unauthenticated") return {};
  return { "www-authenticate": `Bearer realm="Tormenta"${saidWho ? ', error="invalid_token"' : ""}` };
}
