const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

/** The mean difference between any two, as a share of twice the mean: how a Gini coefficient is defined; null of nothing. */
export function slowGini(amounts: number[]): number | null {
  const mean = sum(amounts) / amounts.length;
  if (!(mean > 0)) return null;
  // Looked up once: in tests, what is global is slow to find.
  const { abs } = Math;
  let differences = 0;
  for (const one of amounts) for (const other of amounts) differences += abs(one - other);
  return differences / amounts.length ** 2 / (2 * mean);
}

/** How many are five in a hundred of so many, whoever is begun with counting whole. */
export const fiveInHundred = (people: number): number => Math.ceil(people / 20);

/** What part of all the five in a hundred with the most have: laid out from the most to the least; null of nothing. */
export function slowTopShare(amounts: number[]): number | null {
  const most = [...amounts].sort((one, other) => other - one).slice(0, fiveInHundred(amounts.length));
  return sum(amounts) > 0 ? sum(most) / sum(amounts) : null;
}

/** Between which shares the true one lies in 95 of 100 cases: the farthest from which what was seen is 1.96 errors away. */
export function slowInterval(doers: number, people: number): { low: number; high: number } {
  const seen = doers / people;
  const isNear = (share: number) => Math.abs(seen - share) <= 1.96 * Math.sqrt((share * (1 - share)) / people);
  const edge = (inside: number, outside: number) => {
    let [near, far] = [inside, outside];
    for (let halving = 0; halving < 60; halving++) {
      const middle = (near + far) / 2;
      if (isNear(middle)) near = middle;
      else far = middle;
    }
    return near;
  };
  return { low: isNear(0) ? 0 : edge(seen, 0), high: isNear(1) ? 1 : edge(seen, 1) };
}
