/** A prime so small that products of two numbers below it are exact. */
const PRIME = 67_108_859;

const inverse = (value: number): number => {
  let [result, base, exponent] = [1, value, PRIME - 2];
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
};

/** Rows in echelon form, and in which column each begins. */
function eliminate(rows: number[][]): { row: number[]; at: number }[] {
  const done: { row: number[]; at: number }[] = [];
  for (const given of rows) {
    const row = [...given];
    for (const one of done) {
      const factor = row[one.at] as number;
      if (factor !== 0)
        for (let n = 0; n < row.length; n++)
          row[n] = ((row[n] as number) + (PRIME - factor) * (one.row[n] as number)) % PRIME;
    }
    const at = row.findIndex((value) => value !== 0);
    if (at < 0) continue;
    const factor = inverse(row[at] as number);
    done.push({ row: row.map((value) => (value * factor) % PRIME), at });
  }
  return done;
}

/** A number for each person, by chance, so that those of every group add up to nothing. */
function balanced(echelon: { row: number[]; at: number }[], people: number): number[] {
  const heads = new Set(echelon.map(({ at }) => at));
  const values = Array.from({ length: people }, (_, n) =>
    heads.has(n) ? 0 : 1 + Math.floor(Math.random() * (PRIME - 1)),
  );
  for (const { row, at } of echelon.toReversed()) {
    values[at] = 0;
    let sum = 0;
    for (let n = 0; n < people; n++) sum = (sum + (row[n] as number) * (values[n] as number)) % PRIME;
    values[at] = (PRIME - sum) % PRIME;
  }
  return values;
}

/** The sets of one to four people whose numbers add up to nothing, in each of several draws of them. */
function addingUpToNothing(draws: number[][], people: number): number[][] {
  const keyOf = (set: number[], sign = 1) =>
    draws
      .map((values) => (((sign * set.reduce((sum, n) => sum + (values[n] as number), 0)) % PRIME) + PRIME) % PRIME)
      .join();
  const singles = Array.from({ length: people }, (_, n) => [n]);
  const pairs = singles.flatMap(([n = 0]) => Array.from({ length: people - n - 1 }, (_, more) => [n, n + 1 + more]));
  const bySum = Map.groupBy([...singles, ...pairs], (set) => keyOf(set));
  const found = [...singles, ...pairs].filter((set) => keyOf(set) === keyOf([]));
  const sums = pairs.flatMap((set) => (bySum.get(keyOf(set, -1)) ?? []).map((other) => [...set, ...other]));
  return [...found, ...sums.filter((set) => new Set(set).size === set.length)];
}

/**
 * Which sets of one to four people can be had by adding and subtracting groups, with any factors: exactly those whose
 * numbers add up to nothing whenever those of every group do. Two draws of numbers make an accident as good as impossible.
 *
 * @param groups who is in each, as positions
 */
export function solvedFor(groups: number[][], people: number): number[][] {
  const rows = groups.map((group) => {
    const row = Array.from({ length: people }, () => 0);
    for (const n of group) row[n] = 1;
    return row;
  });
  const echelon = eliminate(rows);
  return addingUpToNothing([balanced(echelon, people), balanced(echelon, people)], people);
}
