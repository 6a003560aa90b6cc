import type { Actor } from "../access/actor";
import { statusNames } from "../ideas/states";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { sayPeriod } from "./said-months";
import type { Scope } from "./scope";
import type { Section } from "./section";
import type { Ended } from "./stays";

type Step = { from: IdeaStatus; to: IdeaStatus; ideas: number };

function stepsOf(ended: Ended[]): Step[] {
  const steps = new Map<string, Step>();
  for (const { status: from, became: to, stays } of ended) {
    const step = steps.get(`${from} ${to}`) ?? { from, to, ideas: 0 };
    steps.set(`${from} ${to}`, { ...step, ideas: step.ideas + stays });
  }
  return [...steps.values()].toSorted(
    (a, b) => b.ideas - a.ideas || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  );
}

/** From which state to which ideas went in a period, and how often. An idea that went back and forth counts each time. */
export function flow(actor: Actor, scope: Scope, ended: Ended[]): Section {
  const steps = stepsOf(ended);
  const left = (state: IdeaStatus) =>
    steps.filter(({ from }) => from === state).reduce((sum, { ideas }) => sum + ideas, 0);
  const back = steps.filter(({ from, to }) => from === "declined" && (to === "submitted" || to === "in_review"));
  const period = sayPeriod(actor, scope);
  const moves = steps.reduce((sum, { ideas }) => sum + ideas, 0);
  return {
    key: "flow",
    title: "pipeline.flow",
    says: [
      moves > 0
        ? {
            key: "pipeline.flowSays",
            values: { moves, back: back.reduce((sum, { ideas }) => sum + ideas, 0), ...period },
          }
        : { key: "pipeline.flowNothing", values: period },
      { key: "pipeline.flowLimit" },
    ],
    chart: { kind: "flow", from: "from", to: "to", value: "ideas" },
    columns: [
      { key: "from", label: "pipeline.columnFrom", kind: "word" },
      { key: "to", label: "pipeline.columnTo", kind: "word" },
      { key: "ideas", label: "pipeline.columnMoves", kind: "count" },
      { key: "ofLeaving", label: "pipeline.columnOfLeaving", kind: "share" },
    ],
    rows: steps.map(({ from, to, ideas }) => ({
      cells: { from: statusNames[from], to: statusNames[to], ideas, ofLeaving: ideas / left(from) },
    })),
    terms: ["timeInState"],
  };
}
