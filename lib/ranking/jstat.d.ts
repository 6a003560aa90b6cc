declare module "jstat" {
  /** Distributions, of which we need one. */
  export const jStat: { beta: { inv(probability: number, alpha: number, beta: number): number } };
}
