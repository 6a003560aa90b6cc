/** The places of a list that are told apart: 1, 2, 3, 4–5, 6–10, 11–20, and everything below. */
export const bands = 7;

const LAST_OF_BAND = [1, 2, 3, 5, 10, 20];

/** The band of a place in a list, 1 for the first place to 7 for the twenty-first and those below; 0 for no list. */
export function bandOf(position: number): number {
  if (position < 1) return 0;
  const index = LAST_OF_BAND.findIndex((last) => position <= last);
  return index < 0 ? bands : index + 1;
}
