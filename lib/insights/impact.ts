import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { benefitsIn } from "./benefit";
import { besidesMoney, notConfirmed } from "./benefit-lines";
import { benefitByCategory, benefitByDepartment, benefitByYear, withoutRate } from "./benefit-sums";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Section } from "./section";

/** What ideas brought: forecast against outcome, by year, unit and category, in money and else; and what is not counted. */
export async function impact(actor: Actor, input: InsightsInput): Promise<Section[]> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [benefits, ...lines] = await Promise.all([benefitsIn(scope), besidesMoney(scope), notConfirmed(scope)]);
  return [
    benefitByYear(actor, scope, benefits),
    await benefitByDepartment(actor, scope, benefits),
    await benefitByCategory(actor, scope, benefits),
    ...lines,
    withoutRate(actor, benefits),
  ];
}
