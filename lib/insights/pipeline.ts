import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { InsightsInput } from "./schema";
import type { Section } from "./section";

/** How ideas go from being submitted to being implemented, where they wait, and for how long. */
export async function pipeline(actor: Actor, _input: InsightsInput): Promise<Section[]> {
  authorize(actor, "insights.read");
  return [];
}
