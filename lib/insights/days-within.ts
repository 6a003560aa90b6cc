/** So many things took so many days; null where nobody knows how many. */
export type DayCount = { days: number | null; stays: number };

/**
 * The number of days within which a share of them was done: 0.5 answers the median, 0.9 what nine of ten needed at most.
 * The smallest number that was really taken and is enough, as `percentile_disc` has it. Null where none is known.
 */
export function daysWithin(share: number, counts: DayCount[]): number | null {
  const known = counts
    .filter((count): count is { days: number; stays: number } => count.days !== null)
    .toSorted((a, b) => a.days - b.days);
  const wanted = share * known.reduce((sum, { stays }) => sum + stays, 0);
  let counted = 0;
  for (const { days, stays } of known) {
    counted += stays;
    if (counted >= wanted) return days;
  }
  return null;
}
