/** What figures are explained by, each in words, as a formula, with its source, and with what it does not say. */
export const terms = ["participation", "ideasPerHead", "implementedShare", "benefit", "timeToAnswer", "merit"] as const;

/** The name of something that the glossary explains. */
export type Term = (typeof terms)[number];
