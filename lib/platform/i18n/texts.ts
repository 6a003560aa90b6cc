import compile from "icu-minify/compile";
import { kept } from "./kept";
import type { Locale } from "./locales";
import { type MessageModule, messages } from "./messages";
import type { Texts } from "./say";

function compileAll(locale: Locale): Texts {
  const modules = Object.entries(messages[locale]).map(([module, texts]) => [
    module,
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, compile(text)])),
  ]);
  return Object.fromEntries(modules) as Texts;
}

/** All texts in one language. Taking them apart is done once per process. */
export const textsIn = kept<Texts, never, Locale>(compileAll);

/** Left out: what is only said in files and mails, by the server alone, or on pages that bring it along (`textsOfModule`). */
const NOT_EVERYWHERE: MessageModule[] = ["notifications", "transfer", "desk"];

/**
 * The texts that components in the browser may need, as JSON: every page carries them, and React hands on one long text
 * far more cheaply than a thousand short ones.
 */
export const browserTexts = kept<string, never, Locale>((locale) => {
  const needed = Object.entries(textsIn(locale)).filter(
    ([module]) => !NOT_EVERYWHERE.includes(module as MessageModule),
  );
  return JSON.stringify(Object.fromEntries(needed));
});

/** The texts of one module as JSON, for pages that need what the others do not carry. */
export const textsOfModule = kept<string, { module: MessageModule }, Locale>((locale, options) => {
  const module = options?.module;
  return JSON.stringify(module ? { [module]: textsIn(locale)[module] } : {});
});
