"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Format, formatter } from "./format";
import type { Locale } from "./locales";
import { sayIn, type Texts, type Translate } from "./say";

/** How a reader is spoken to. */
type Speech = { locale: Locale; t: Translate; format: Format; now: Date };

const read = new Map<string, Texts>();

/** Texts that came as JSON. Every reader of a language gets the same, so the server reads them once. */
export function textsOf(json: string): Texts {
  const texts = read.get(json) ?? (JSON.parse(json) as Texts);
  read.set(json, texts);
  return texts;
}

/** Where components find how their reader is spoken to. */
export const SpeechContext = createContext<Speech | null>(null);

/**
 * Hands the reader's language, and the texts in it, to the components inside it that run in the browser.
 *
 * @param texts from `browserTexts`
 */
export function TranslationsProvider(props: {
  locale: Locale;
  timeZone: string;
  now: Date;
  texts: string;
  children: ReactNode;
}) {
  const { locale, timeZone, now, texts, children } = props;
  const speech = useMemo(
    () => ({ locale, t: sayIn(locale, textsOf(texts)), format: formatter(locale, timeZone), now }),
    [locale, timeZone, now, texts],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** Everything that components need that run on both sides: texts, dates and numbers, and what "ago" is. */
export function useVoice(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("There is no TranslationsProvider around this component.");
  return speech;
}

/** The translator for components that run in the browser. */
export const useTranslations = (): Translate => useVoice().t;

/** Dates and numbers for components that run in the browser. */
export const useFormatter = (): Format => useVoice().format;

/** The language that the reader reads. */
export const useLocale = (): Locale => useVoice().locale;
