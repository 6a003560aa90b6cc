import type { z } from "zod";
import { Failure } from "../platform/errors";
import { atDoor } from "../platform/exchange";
import { defaultLocale } from "../platform/i18n/locales";
import { parse } from "../platform/parse";
import { countFor, countVisit } from "../platform/rate-limit";
import type { Actor } from "./actor";
import { requireSameOrigin } from "./origin";
import { problemOf } from "./problem";
import { inputOf } from "./request-input";
import { sessionActor } from "./session";

/**
 * The door for what our own pages tell by themselves, also while somebody leaves them: who is asking, has our page sent
 * it, is the input well-formed, keep it. There is no answer, and nobody waits for one. Programs do not come in here.
 */
export const beacon =
  <S extends z.ZodType>(schema: S, run: (actor: Actor, input: z.output<S>) => Promise<unknown>) =>
  async (request: Request): Promise<Response> => {
    atDoor();
    try {
      const actor = await sessionActor();
      await (actor ? countFor(actor.id, "beacons") : countVisit());
      if (!actor) throw new Failure("unauthenticated", "access.signInFirst");
      requireSameOrigin(request.headers);
      await run(actor, parse(schema, await inputOf(request, {})));
      return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
    } catch (error) {
      return problemOf(error, request, defaultLocale);
    }
  };
