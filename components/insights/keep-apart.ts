/** Moves heights that are too near each other apart, by as little as it takes, from the top down and back within `end`. */
export function keepApart(heights: number[], apart: number, end: number): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  let above = Number.NEGATIVE_INFINITY;
  for (const one of order) {
    one.height = Math.max(one.height, above + apart);
    above = one.height;
  }
  let below = end + apart;
  for (const one of [...order].reverse()) {
    one.height = Math.min(one.height, below - apart);
    below = one.height;
  }
  const moved = [...heights];
  for (const { height, index } of order) moved[index] = height;
  return moved;
}
