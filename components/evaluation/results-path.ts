import type { Criterion, ResultsInput } from "@/lib/evaluation/schema";

/** The address of the results in an order and with weights; what is as usual is left out. */
export function resultsPath(asked: Pick<ResultsInput, "order" | "criterion" | "weight">, page = 1): string {
  const search = new URLSearchParams(asked.order === "mean" ? {} : { order: asked.order });
  asked.criterion.forEach((id, index) => {
    search.append("criterion", id);
    search.append("weight", String(asked.weight[index] ?? 0));
  });
  if (page > 1) search.set("page", String(page));
  return `/review/results${search.size > 0 ? `?${search}` : ""}`;
}

/** Weights as an address names them: every criterion with its own, side by side. */
export const weightsOf = (criteria: Pick<Criterion, "id" | "weight">[]) => ({
  criterion: criteria.map(({ id }) => id),
  weight: criteria.map(({ weight }) => weight),
});
