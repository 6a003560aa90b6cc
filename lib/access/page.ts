import { redirect, unstable_rethrow } from "next/navigation";
import { createElement, type ReactNode } from "react";
import type { z } from "zod";
import { Failure } from "../platform/errors";
import { atDoor, exchange } from "../platform/exchange";
import type { Locale } from "../platform/i18n/locales";
import { parse } from "../platform/parse";
import { countAsked } from "../platform/rate-limit";
import type { Actor } from "./actor";
import { readerLocale } from "./reader";
import { refusalOf, statusOf } from "./refusal";
import { safeReturn } from "./safe-return";
import { sessionActor } from "./session";

/** What Next hands to every page. */
export type PageProps = {
  params: Promise<Record<string, string | string[]>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * Draws what stands in place of a page that was refused.
 *
 * @param code `not_found` also for what may not be seen or makes no sense
 * @param requestId what the log calls the request, for those who want to report a defect
 */
export type ShowRefusal = (refused: { code: RefusedCode; requestId: string | undefined }) => ReactNode;

/** Why a page is not shown. */
export type RefusedCode = "not_found" | "too_many" | "busy" | "defect";

async function signInFirst(): Promise<never> {
  const here = safeReturn(exchange()?.path);
  redirect(here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

const codeOf = (refusal: Failure | "defect"): RefusedCode => {
  if (refusal === "defect") return "defect";
  return refusal.code === "too_many" || refusal.code === "busy" ? refusal.code : "not_found";
};

/**
 * What a page says instead. Next's own way of refusing leaves the page empty until its scripts run, so it is an
 * ordinary page, and its status is written into the answer itself; except for our own script, which would load the
 * whole page anew at any other than 200.
 */
function refused(error: unknown, show: ShowRefusal): ReactNode {
  unstable_rethrow(error);
  const refusal = refusalOf(error);
  const code = codeOf(refusal);
  const current = exchange();
  if (current && !current.isSoft) {
    current.response.statusCode = statusOf[code];
    const seconds = refusal instanceof Failure ? refusal.retryAfterS : undefined;
    if (seconds) current.response.setHeader("retry-after", seconds);
  }
  return createElement(show, { code, requestId: current?.requestId });
}

/**
 * The page door. Turns a function of actor and input into a page: who is asking, is the address well-formed, show it.
 * What is not there, may not be seen or makes no sense is the same: not found.
 */
export const pageDoor =
  (instead: ShowRefusal) =>
  <S extends z.ZodType>(schema: S, show: (actor: Actor, input: z.output<S>) => Promise<ReactNode>) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    try {
      atDoor();
      const actor = await sessionActor();
      await countAsked(actor, "reads");
      if (!actor) return await signInFirst();
      return await show(actor, parse(schema, { ...(await searchParams), ...(await params) }));
    } catch (error) {
      return refused(error, instead);
    }
  };

/** The page door for people who have not signed in: instead of an actor, `show` gets the language they read. */
export const visitorPageDoor =
  (instead: ShowRefusal) =>
  <S extends z.ZodType>(schema: S, show: (locale: Locale, input: z.output<S>) => Promise<ReactNode>) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    try {
      atDoor();
      await countAsked(await sessionActor(), "reads");
      const locale = await readerLocale();
      return await show(locale, parse(schema, { ...(await searchParams), ...(await params) }));
    } catch (error) {
      return refused(error, instead);
    }
  };
