import compile from "icu-minify/compile";
import { kept } from "./kept";
import type { Locale } from "./locales";
import { type MessageKey, type MessageModule, messages } from "./messages";
import type { Texts } from "./say";

function compileAll(locale: Locale): Texts {
  const modules = Object.entries(messages[locale]).map(([module, texts]) => [
    module,
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, compile(text)])),
  ]);
  return Object.fromEntries(modules) as Texts;
}

/** The portal's own texts in one language. Taking them apart is done once per process. */
const portalTexts = kept<Texts, never, Locale>(compileAll);

/** Left out: what is only said in files and mails, by the server alone, or on pages that bring it along (`textsOfModules`). */
const NOT_EVERYWHERE: MessageModule[] = [
  "notifications",
  "transfer",
  "comparisons",
  "delivery",
  "desk",
  "duplicates",
  "evaluation",
  "exports",
  "audit",
  "calendar",
  "charts",
  "glossary",
  "goals",
  "participation",
  "people",
  "pipeline",
  "insights",
  "promises",
  "routing",
  "settings",
  "tour",
];

const jsonOf = (texts: Texts): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(texts).filter(([module]) => !NOT_EVERYWHERE.includes(module as MessageModule))),
  );

const portalJson = kept<string, never, Locale>((locale) => jsonOf(portalTexts(locale)));

/** What an organisation says in its own words, by language. They are said as they are: nothing in them is filled in. */
export type OwnWords = Partial<Record<Locale, Partial<Record<MessageKey, string>>>>;

type Spoken = { texts: Texts; json: string };

/** On the process itself: Next makes several copies of a module, and all of them must say the same. */
const held = globalThis as typeof globalThis & { tormentaOwnWords?: { said: string; in: Map<string, Spoken> } };

function overlaid(locale: Locale, words: Partial<Record<MessageKey, string>>): Spoken {
  const texts = { ...portalTexts(locale) };
  for (const [key, word] of Object.entries(words)) {
    const [module, name] = key.split(".") as [MessageModule, string];
    texts[module] = { ...texts[module], [name]: word };
  }
  return { texts, json: jsonOf(texts) };
}

/** Says these words instead of the portal's from now on, in this process, and no others. */
export function sayOwnWords(own: OwnWords): void {
  const said = JSON.stringify(own);
  if (held.tormentaOwnWords?.said === said) return;
  const spoken = Object.entries(own).map(([locale, words]) => [locale, overlaid(locale as Locale, words)] as const);
  held.tormentaOwnWords = { said, in: new Map(spoken) };
}

/** All texts in one language, in the organisation's own words where it has any. */
export const textsIn = (locale: Locale): Texts => held.tormentaOwnWords?.in.get(locale)?.texts ?? portalTexts(locale);

/**
 * The texts that components in the browser may need, as JSON: every page carries them, and React hands on one long text
 * far more cheaply than a thousand short ones.
 */
export const browserTexts = (locale: Locale): string =>
  held.tormentaOwnWords?.in.get(locale)?.json ?? portalJson(locale);

/** The texts of some modules as JSON, for pages that need what the others do not carry. */
export const textsOfModules = kept<string, { modules: MessageModule[] }, Locale>(
  (locale, { modules } = { modules: [] }) =>
    JSON.stringify(Object.fromEntries(modules.map((module) => [module, portalTexts(locale)[module]]))),
);
