import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";
import { Failure } from "../platform/errors";
import type { Locale } from "../platform/i18n/locales";
import { parse } from "../platform/parse";
import type { Actor } from "./actor";
import { pathHeader } from "./path-header";
import { readerLocale } from "./reader";
import { safeReturn } from "./safe-return";
import { sessionActor } from "./session";

/** What Next hands to every page. */
export type PageProps = {
  params: Promise<Record<string, string | string[]>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function signInFirst(): Promise<never> {
  const here = safeReturn((await headers()).get(pathHeader));
  redirect(here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
}

/**
 * The page door. Turns a function of actor and input into a page: who is asking, is the address well-formed, show it.
 * What is not there, may not be seen or makes no sense is the same: not found.
 */
export const page =
  <S extends z.ZodType>(schema: S, show: (actor: Actor, input: z.output<S>) => Promise<ReactNode>) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    const actor = await sessionActor();
    if (!actor) return signInFirst();
    try {
      return await show(actor, parse(schema, { ...(await searchParams), ...(await params) }));
    } catch (error) {
      if (error instanceof Failure) notFound();
      throw error;
    }
  };

/** The page door for people who have not signed in: instead of an actor, `show` gets the language they read. */
export const visitorPage =
  <S extends z.ZodType>(schema: S, show: (locale: Locale, input: z.output<S>) => Promise<ReactNode>) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    const locale = await readerLocale();
    try {
      return await show(locale, parse(schema, { ...(await searchParams), ...(await params) }));
    } catch (error) {
      if (error instanceof Failure) notFound();
      throw error;
    }
  };
