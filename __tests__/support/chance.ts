/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of `people` do what each does with this probability. */
export function some(random: () => number, people: number, probability: number): number {
  let count = 0;
  for (let person = 0; person < people; person++) if (random() < probability) count++;
  return count;
}
