import type { Actor } from "../access/actor";
import { statusNames } from "../ideas/states";
import { translator } from "../platform/i18n/translate";
import { daysWithin } from "./days-within";
import { sayPeriod } from "./said-months";
import type { Scope } from "./scope";
import type { Row, Said, Section } from "./section";
import type { Ended } from "./stays";
import { waitingStates } from "./waiting-states";

type Timed = { stays: number; known: number; median: number | null; p90: number | null };

const total = (ended: Ended[]) => ended.reduce((sum, { stays }) => sum + stays, 0);

const timed = (ended: Ended[]): Timed => ({
  stays: total(ended),
  known: total(ended.filter(({ days }) => days !== null)),
  median: daysWithin(0.5, ended),
  p90: daysWithin(0.9, ended),
});

function says(actor: Actor, scope: Scope, open: Timed, all: Timed): Said[] {
  const period = sayPeriod(actor, scope);
  const state = translator(actor.locale)(statusNames.submitted);
  const { median, p90 } = open;
  const unknown = all.stays - all.known;
  return [
    median === null || p90 === null
      ? { key: "pipeline.timeSaysNothing", values: period }
      : { key: "pipeline.timeSays", values: { state, days: median, most: p90, ...period } },
    ...(unknown > 0 ? [{ key: "pipeline.timeUnknown" as const, values: { unknown, stays: all.stays } }] : []),
    { key: "pipeline.timeLimit" },
  ];
}

/** Nobody decided on what its author took back, or what belongs to another idea: how long that took says nothing of us. */
const isDecided = ({ became }: Ended) => became !== "merged" && became !== "withdrawn";

/** How many days ideas stayed in each state that they left in a period: half of them, and nine of ten. */
export function timeInState(actor: Actor, scope: Scope, all: Ended[]): Section {
  const ended = all.filter(isDecided);
  const inState = waitingStates.map((status) => ({ status, ...timed(ended.filter((stay) => stay.status === status)) }));
  const submitted = inState.find(({ status }) => status === "submitted");
  const together = timed(ended.filter(({ status }) => waitingStates.some((waiting) => waiting === status)));
  return {
    key: "timeInState",
    title: "pipeline.time",
    says: says(actor, scope, submitted ?? together, together),
    chart: { kind: "bars", label: "state", value: "median", beside: "p90" },
    columns: [
      { key: "state", label: "ideas.status", kind: "word" },
      { key: "stays", label: "pipeline.columnLeft", kind: "count" },
      { key: "known", label: "pipeline.columnKnown", kind: "count" },
      { key: "median", label: "pipeline.columnMedian", kind: "days" },
      { key: "p90", label: "pipeline.columnP90", kind: "days" },
    ],
    rows: inState.map(
      ({ status, stays, known, median, p90 }): Row => ({
        cells: { state: statusNames[status], stays, known, median, p90 },
      }),
    ),
    terms: ["timeInState", "median", "p90"],
  };
}
