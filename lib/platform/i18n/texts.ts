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

/** Left out: what is only said in files and mails, or by the server alone. */
const SERVER_ONLY: MessageModule[] = ["notifications", "transfer"];

/**
 * The texts that components in the browser may need, as JSON: every page carries them, and React hands on one long text
 * far more cheaply than a thousand short ones.
 */
export const browserTexts = kept<string, never, Locale>((locale) => {
  const needed = Object.entries(textsIn(locale)).filter(([module]) => !SERVER_ONLY.includes(module as MessageModule));
  return JSON.stringify(Object.fromEntries(needed));
});
