/** Makes something once for each language and way: making it takes longer than using it a hundred times. */
export function kept<T, O extends object = never, L extends string = string>(make: (locale: L, options?: O) => T) {
  const made = new Map<string, T>();
  return (locale: L, options?: O): T => {
    const key = locale + JSON.stringify(options);
    const one = made.get(key) ?? make(locale, options);
    made.set(key, one);
    return one;
  };
}

/** Dates in a language. */
export const dateTimes = kept<Intl.DateTimeFormat, Intl.DateTimeFormatOptions>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);

/** Numbers in a language. */
export const numbers = kept<Intl.NumberFormat, Intl.NumberFormatOptions>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);

/** Which of a text's forms goes with a number in a language. */
export const plurals = kept<Intl.PluralRules, Intl.PluralRulesOptions>(
  (locale, options) => new Intl.PluralRules(locale, options),
);

/** "Three days ago" in a language. */
export const relativeTimes = kept<Intl.RelativeTimeFormat, Intl.RelativeTimeFormatOptions>(
  (locale, options) => new Intl.RelativeTimeFormat(locale, options),
);
