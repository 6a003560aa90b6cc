/** How many of `people` do what each does with this probability. */
export function some(random: () => number, people: number, probability: number): number {
  let count = 0;
  for (let person = 0; person < people; person++) if (random() < probability) count++;
  return count;
}
