/** The derivative of the logarithm of the gamma function: by recurrence, then its asymptotic series (DLMF 5.11.2). */
export function digamma(value: number): number {
  let [x, sum] = [value, 0];
  for (; x < 8; x++) sum -= 1 / x;
  const square = 1 / (x * x);
  return sum + Math.log(x) - 0.5 / x - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)));
}
