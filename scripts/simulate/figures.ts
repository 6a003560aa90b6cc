import { interval } from "./measures";

/** What one run found, by name: the order first, then what was measured. */
export type Figures = Record<string, number>;

/** What all runs of a scenario found. */
export type Findings = Map<string, number[]>;

/** Puts the same figures of several runs together. */
export function gathered(runs: readonly Figures[]): Findings {
  const findings: Findings = new Map();
  for (const figures of runs)
    for (const [name, value] of Object.entries(figures)) findings.set(name, [...(findings.get(name) ?? []), value]);
  return findings;
}

/** A mean with its 95 % interval. */
export const told = (findings: Findings, name: string): { mean: number; half: number } =>
  interval(findings.get(name) ?? []);
