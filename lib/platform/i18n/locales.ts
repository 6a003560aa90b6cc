/** The languages the portal speaks. Content keeps the language its author wrote it in. */
export const locales = ["en", "es", "pt"] as const;

/** One of the portal's languages, as an ISO 639-1 code. */
export type Locale = (typeof locales)[number];

/** Every language by the name it gives itself, so that it is found by those who cannot read the page. */
export const localeNames: Record<Locale, string> = { en: "English", es: "Español", pt: "Português" };

/** The language of texts that nobody chose one for. */
export const defaultLocale: Locale = "en";

/** Remembers a visitor's choice of language until the profile takes over. */
export const localeCookie = "locale";

/** Whether `text` names one of the portal's languages. */
export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale);

/**
 * The portal's language that a browser's `Accept-Language` header likes best.
 *
 * @param header for example `pt-BR,pt;q=0.9,en;q=0.8`; weights decide, regions are ignored
 * @returns nothing when the header is missing or names none of ours
 */
export function wishedLocale(header: string | null | undefined): Locale | undefined {
  const wishes = (header ?? "").split(",").map((part) => {
    const [range = "", ...parameters] = part.trim().split(";");
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { locale: range.split("-")[0]?.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const best = wishes.filter((wish) => isLocale(wish.locale) && wish.weight > 0).sort((a, b) => b.weight - a.weight)[0];
  return best && isLocale(best.locale) ? best.locale : undefined;
}

/** The language for somebody of whom nothing is known but the header `Accept-Language`: the best of ours, or the default. */
export const localeFromHeader = (header: string | null | undefined): Locale => wishedLocale(header) ?? defaultLocale;
