import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { ambitionBalance } from "./ambition-balance";
import { ideasByGoal } from "./ideas-by-goal";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Section } from "./section";
import { valueAndEffort } from "./value-effort";

/** The organisation's ideas as a portfolio: against its goals, between usual and radical, and value against effort. */
export async function portfolio(actor: Actor, input: InsightsInput): Promise<Section[]> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  return Promise.all([
    ideasByGoal(actor, input, scope),
    ambitionBalance(actor, input, scope),
    valueAndEffort(actor, scope),
  ]);
}
