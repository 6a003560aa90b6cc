import type { z } from "zod";
import { Failure } from "../platform/errors";
import { atDoor } from "../platform/exchange";
import { defaultLocale, wishedLocale } from "../platform/i18n/locales";
import { parse } from "../platform/parse";
import { countAsked } from "../platform/rate-limit";
import type { Actor } from "./actor";
import type { Deed } from "./deed";
import { type Download, fileAnswer } from "./download";
import { requireSameOrigin } from "./origin";
import { problemOf } from "./problem";
import { inputOf, isRead } from "./request-input";
import { sessionActor } from "./session";
import { actorOfToken } from "./tokens";

const bearerOf = ({ headers }: Request) => /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];

/** Whose browser it is. One that another site has sent here is told so only if it is somebody's. */
async function browserActor(request: Request): Promise<Actor | null> {
  const actor = await sessionActor();
  if (actor && !isRead(request)) requireSameOrigin(request.headers);
  return actor;
}

/** Next gives no parameters at all to a route whose address has none. */
type Context = { params: Promise<Record<string, string | string[]> | undefined> };

/**
 * The API door. Turns a row of the API's table into a route handler: who is asking (token or session), is the input
 * well-formed, do it, answer as JSON or with a file.
 *
 * Refusals are in the profile's language. A program can ask for another one, as a browser always does: so of a session
 * only the profile counts.
 */
export const endpoint =
  <S extends z.ZodType, A extends z.ZodType>({ input, run, status, location, onlyAsks, file }: Deed<S, A>) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const wished = wishedLocale(request.headers.get("accept-language"));
    let locale = wished ?? defaultLocale;
    atDoor();
    try {
      const bearer = bearerOf(request);
      const actor = bearer
        ? await actorOfToken(bearer, onlyAsks ? "read" : "write", locale)
        : await browserActor(request);
      await countAsked(actor, onlyAsks ? "reads" : "writes");
      if (!actor) throw new Failure("unauthenticated", "access.signInFirst");
      if (!bearer || !wished) locale = actor.locale;
      const answer = await run(actor, parse(input, await inputOf(request, (await params) ?? {})));
      if (file) return fileAnswer(answer as Download);
      const headers = { "cache-control": "private, no-store", ...(location && { location: location(answer) }) };
      return Response.json(answer, { status, headers });
    } catch (error) {
      return problemOf(error, request, locale);
    }
  };
