/** As many people as vote on one idea within a minute, and some to spare. */
export const PEOPLE = 60_000;

/** The first so many of them review. */
export const REVIEWERS = 40;

/** The id of one of the people, by number. */
export const personId = (n: number): string =>
  `00000000-0000-4000-8000-${(1 + (n % PEOPLE)).toString(16).padStart(12, "0")}`;

/** The API token of one of them. */
export const tokenOf = (n: number): string => `tormenta_bench-${1 + (n % PEOPLE)}`;

/** The secret in the cookie of a session of theirs. */
export const sessionOf = (n: number): string => `bench-session-${1 + (n % PEOPLE)}`;
