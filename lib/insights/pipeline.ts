import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { todayIn } from "../platform/clock";
import { ageing } from "./ageing";
import { flow } from "./flow";
import { forecastSections } from "./forecast";
import { funnelSections } from "./funnel";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Section } from "./section";
import { endedStays } from "./stays";
import { timeInState } from "./time-in-state";
import { waitingUnits } from "./waiting-units";

/** How ideas go from being submitted to being implemented, where they wait, for how long, and when that will be over. */
export async function pipeline(actor: Actor, input: InsightsInput): Promise<Section[]> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const today = todayIn(actor.timeZone);
  const [funnel, ended, aged, units, forecast] = await Promise.all([
    funnelSections(actor, input, scope),
    endedStays(scope),
    ageing(input, scope, today),
    waitingUnits(actor, input, scope, today),
    forecastSections(actor, input, scope, today),
  ]);
  return [...funnel, timeInState(actor, scope, ended), aged, units, ...forecast, flow(actor, scope, ended)];
}
