/** The steps of the guided tour: where each stands, and what there is looked at. Ten at most: nobody reads more. */
export const tourSteps = [
  { name: "begin", path: "/insights", anchor: "" },
  { name: "figures", path: "/insights", anchor: "implementedShare" },
  { name: "top", path: "/insights", anchor: "topIdeas" },
  { name: "promises", path: "/insights", anchor: "promises" },
  { name: "pipeline", path: "/insights/pipeline", anchor: "backlogForecast" },
  { name: "voices", path: "/insights/participation", anchor: "missingVoices" },
  { name: "impact", path: "/insights/impact", anchor: "benefitByYear" },
  { name: "portfolio", path: "/insights/portfolio", anchor: "valueAndEffort" },
  { name: "end", path: "/insights/glossary", anchor: "" },
] as const;

/** The address of a step, counted from 1: a page that shows it, at what it is about. */
export function tourPath(step: number): string {
  const { path, anchor } = tourSteps[step - 1] ?? tourSteps[0];
  return `${path}?tour=${step}${anchor && `#${anchor}`}`;
}

/** The step that an address asks for; null where it asks for none. */
export function stepIn(asked: string | null): number | null {
  const step = /^\d{1,2}$/.test(asked ?? "") ? Number(asked) : 0;
  return step >= 1 && step <= tourSteps.length ? step : null;
}
