/** The mean of some numbers and half the width of its 95 % interval (normal; the numbers are independent runs). */
export function interval(values: readonly number[]): { mean: number; half: number } {
  const there = values.filter(Number.isFinite);
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
  const variance = there.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(there.length - 1, 1);
  return { mean, half: 1.96 * Math.sqrt(variance / there.length) };
}

/** Ranks from 1 on, equal ones sharing the middle of theirs. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** Spearman's rank correlation; 0 where one side says nothing. */
export function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const mean = (one.length + 1) / 2;
  let [both, first, second] = [0, 0, 0];
  for (const [index, rank] of a.entries()) {
    both += (rank - mean) * (b[index]! - mean);
    first += (rank - mean) ** 2;
    second += (b[index]! - mean) ** 2;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
}

/** Which share of the ten that are found best are among the ten that truly are. */
export function precisionAtTen(found: readonly number[], truth: readonly number[]): number {
  const ten = (values: readonly number[]) =>
    values
      .map((_, index) => index)
      .sort((a, b) => values[b]! - values[a]! || a - b)
      .slice(0, 10);
  const there = new Set(ten(truth));
  return ten(found).filter((index) => there.has(index)).length / Math.min(10, found.length);
}
