import { z } from "zod";
import { db } from "../platform/db/client";
import { defaultCurve } from "./position-bias";
import { defaultPrior, type Prior } from "./support-rate";

/** What the scores of all ideas have in common. */
export type Fit = {
  /** Which one; null for the published defaults, before anything was fitted. */
  id: number | null;
  prior: Prior;
  /** Attention per band of positions, from the first on, which is 1. */
  curve: number[];
  /** The median of imported supporters, per source. */
  imported: Record<string, number>;
};

/** The fit that scores are computed with now. */
export async function currentFit(): Promise<Fit> {
  const row = await db.rankingFit.findFirst({ orderBy: { id: "desc" } });
  if (!row) return { id: null, prior: defaultPrior, curve: defaultCurve, imported: {} };
  const { id, alpha, beta, curve, imported } = row;
  return { id, prior: { alpha, beta }, curve, imported: z.record(z.string(), z.number()).parse(imported) };
}
