import type { z } from "zod";
import { Failure } from "../platform/errors";
import { atDoor } from "../platform/exchange";
import { defaultLocale, wishedLocale } from "../platform/i18n/locales";
import { parse } from "../platform/parse";
import { countAsked } from "../platform/rate-limit";
import { noteFailure } from "../platform/request-failure";
import type { Actor } from "./actor";
import { problemOf } from "./problem";
import { sessionActor } from "./session";

/** A file that is made while it is handed over. Whoever may not have it must be refused before there is one. */
export type Download = { name: string; type: string; pieces: AsyncIterable<string | Uint8Array> };

/** Only as fast as whoever saves it takes it, and no longer than they do. */
function streamOf(pieces: Download["pieces"]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(stream) {
      try {
        const { value, done } = await rest.next();
        if (done) stream.close();
        else stream.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        // The answer has begun: all that is left is to break it off, so that nobody takes a part for the whole.
        noteFailure(error);
        stream.error(error);
      }
    },
    cancel: async () => {
      await rest.return?.();
    },
  });
}

/** An answer that hands over a file. */
export const fileAnswer = ({ name, type, pieces }: Download): Response =>
  new Response(streamOf(pieces), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });

/**
 * The door for files that people save from their browser: who is asking, is the address well-formed, hand it over as it is
 * made. Refusals are those of the API.
 */
export const download =
  <S extends z.ZodType>(schema: S, run: (actor: Actor, input: z.output<S>) => Promise<Download>) =>
  async (request: Request): Promise<Response> => {
    let locale = wishedLocale(request.headers.get("accept-language")) ?? defaultLocale;
    atDoor();
    try {
      const actor = await sessionActor();
      await countAsked(actor, "reads");
      if (!actor) throw new Failure("unauthenticated", "access.signInFirst");
      locale = actor.locale;
      return fileAnswer(await run(actor, parse(schema, Object.fromEntries(new URL(request.url).searchParams))));
    } catch (error) {
      return problemOf(error, request, locale);
    }
  };
