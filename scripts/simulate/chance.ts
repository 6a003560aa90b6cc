/**
 * A number from 0 to 1 that follows from a seed and three things alone. So the same person meets the same chance with the
 * same idea under every order, and two orders differ by what they show, not by luck.
 */
export function chanceOf(seed: number, a: number, b = 0, c = 0): number {
  let mixed = seed | 0;
  for (const part of [a, b, c]) {
    mixed = Math.imul(mixed ^ (part | 0), 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return ((mixed >>> 0) + 0.5) / 4_294_967_296;
}

/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function stream(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in an order by chance. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const left = [...things];
  for (let index = left.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [left[index], left[other]] = [left[other]!, left[index]!];
  }
  return left;
}

/** A draw from Beta(α, β): Marsaglia and Tsang 2000, https://doi.org/10.1145/358407.358414. */
export function beta(random: () => number, alpha: number, beta: number): number {
  const [one, other] = [gamma(random, alpha), gamma(random, beta)];
  return one / (one + other);
}

function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const third = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * third)) ** 3;
    if (cube > 0 && Math.log(1 - random()) < normal ** 2 / 2 + third - third * cube + third * Math.log(cube))
      return third * cube;
  }
}
