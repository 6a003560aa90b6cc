import { terms } from "@/lib/insights/glossary";
import { locales } from "@/lib/platform/i18n/locales";
import { messages } from "@/lib/platform/i18n/messages";

const parts = ["name", "text", "formula", "source", "limit"];

it.each(locales)(
  "explains everything it names, in %s: what it is, how, from what, and what it does not say",
  (locale) => {
    const texts: Record<string, string> = messages[locale].glossary;
    const lacking = terms.flatMap((term) => parts.map((part) => `${part}_${term}`)).filter((name) => !texts[name]);

    expect(lacking).toEqual([]);
  },
);

it("has no two entries of the same name", () => {
  for (const locale of locales) {
    const texts: Record<string, string> = messages[locale].glossary;
    const names = terms.map((term) => texts[`name_${term}`]);
    expect(new Set(names).size).toBe(names.length);
  }
});

it("explains nothing that it does not name", () => {
  const texts = Object.keys(messages.en.glossary).filter((name) => parts.includes(name.split("_")[0] ?? ""));
  const known = terms.flatMap((term) => parts.map((part) => `${part}_${term}`));

  expect(texts.filter((name) => name.includes("_") && !known.includes(name))).toEqual([]);
});
