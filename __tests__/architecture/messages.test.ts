import { globSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { locales } from "@/lib/platform/i18n/locales";
import { messages } from "@/lib/platform/i18n/messages";

const foreign = locales.filter((locale) => locale !== "en");
const modules = Object.entries(messages.en);

/** The names of the values that a text expects to be given, wherever in it they stand. */
const placeholders = (text: string): string[] => [...new Set(namesIn(parse(text)))].sort();

const namesIn = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [element.value, ...namesIn(element.children)];
    const branches = "options" in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [];
    return [element.value, ...branches];
  });

const textsOf = (locale: (typeof locales)[number], module: string) =>
  messages[locale][module as keyof typeof messages.en] as Record<string, string>;

it.each(foreign)("every English text exists in %s, and no other", (locale) => {
  for (const [module, texts] of modules) {
    expect([module, Object.keys(textsOf(locale, module)).sort()]).toEqual([module, Object.keys(texts).sort()]);
  }
});

it.each(foreign)("texts in %s expect the same values as in English", (locale) => {
  for (const [module, texts] of modules) {
    for (const [key, text] of Object.entries(texts)) {
      const name = `${module}.${key}`;
      expect([name, placeholders(textsOf(locale, module)[key] ?? "")]).toEqual([name, placeholders(text)]);
    }
  }
});

it("no text is empty", () => {
  for (const locale of locales) {
    const empty = modules.flatMap(([module]) =>
      Object.entries(textsOf(locale, module)).filter(([, text]) => text.trim() === ""),
    );
    expect(empty).toEqual([]);
  }
});

it.each(locales)("texts in %s write per cent as that language does", (locale) => {
  const isApart = !/\d%/.test(new Intl.NumberFormat(locale, { style: "percent" }).format(0.5));
  const foreign = isApart ? /[\d}]%/ : /[\d}]\s%/;
  const wrong = modules.flatMap(([module]) =>
    Object.entries(textsOf(locale, module)).filter(([, text]) => foreign.test(text)),
  );

  expect(wrong).toEqual([]);
});

it("every text is used somewhere", () => {
  const code = globSync("{app,components,lib,scripts}/**/*.{ts,tsx}")
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const unused = modules.flatMap(([module, texts]) =>
    Object.keys(texts)
      .filter((key) => !code.includes(`${module}.${key}`) && !isComposed(code, module, key))
      .map((key) => `${module}.${key}`),
  );

  expect(unused).toEqual([]);
});

/** Texts whose names are put together from a value, such as `ideas.status${name}`; a bare value must stand somewhere. */
function isComposed(code: string, module: string, key: string): boolean {
  const prefixes = [...code.matchAll(/[`"](\w+)\.(\w*)\$\{/g)]
    .filter(([, of]) => of === module)
    .map(([, , prefix = ""]) => prefix);
  return prefixes.some((prefix) => (prefix ? key.startsWith(prefix) : code.includes(`"${key}"`)));
}
