import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { closedScopeOf } from "./closed-months";
import { pagePath } from "./list-path";
import { participationOf } from "./participation-of";
import { sayClosed } from "./said-months";
import { saidShare } from "./said-share";
import type { InsightsInput } from "./schema";
import type { Section } from "./section";
import { targets } from "./targets";

/** Which share of all people proposed, voted or commented in the months. */
export async function participation(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await closedScopeOf(actor, input);
  const [{ shares, before, months }, wanted] = await Promise.all([participationOf(scope), targets()]);
  const { tookPart } = shares;
  const target = wanted.participation ?? null;
  return {
    key: "participation",
    title: "insights.participation",
    says: [
      typeof tookPart === "number"
        ? { key: "insights.saysParticipation", values: { value: saidShare(actor, tookPart) } }
        : { key: "insights.saysFew" },
      sayClosed(actor, scope),
    ],
    figure: {
      kind: "share",
      value: tookPart,
      before: before.tookPart,
      target,
      benchmark: { key: "insights.benchmarkParticipation" },
      href: pagePath("participation", input),
    },
    chart: { kind: "lines", x: "month", y: ["tookPart"], ...(target !== null && { target }) },
    columns: [
      { key: "month", label: "insights.columnMonth", kind: "month" },
      { key: "tookPart", label: "insights.participation", kind: "share" },
    ],
    rows: months.map(({ month, ...of }) => ({ cells: { month, tookPart: of.tookPart } })),
    terms: ["participation", "fewPeople", "target", "benchmark"],
  };
}
