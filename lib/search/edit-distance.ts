/**
 * How many slips of the hand lie between two words: letters left out, added, mistaken, or swapped with their neighbour.
 *
 * This is the optimal string alignment distance (Damerau 1964, restricted): most typing errors are one of these four.
 * @see https://doi.org/10.1145/363958.363994
 */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const mistaken = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const missed = Math.min(above[j] ?? 0, row[j - 1] ?? 0) + 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(mistaken, missed, isSwap ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
