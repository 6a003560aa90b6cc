import type { Actor } from "../access/actor";
import { type Cohort, cohortsOf } from "./cohorts";
import { listPath } from "./list-path";
import { sayPeriod } from "./said-months";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Column, Row, Section } from "./section";

const stages = ["submitted", "answered", "accepted", "started", "implemented"] as const;

type Stages = Record<(typeof stages)[number], number>;

const names = {
  submitted: "pipeline.stageSubmitted",
  answered: "pipeline.stageAnswered",
  accepted: "pipeline.stageAccepted",
  started: "pipeline.stageStarted",
  implemented: "pipeline.stageImplemented",
} as const;

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** Duplicates count with the idea that stays, and what its author took back nobody has to answer. */
const standing = ({ posted, duplicates, withdrawn, ...rest }: Cohort): Stages => ({
  ...rest,
  submitted: posted - duplicates - withdrawn,
});

const sumOf = (cohorts: Cohort[], figure: Exclude<keyof Cohort, "month">) =>
  cohorts.reduce((sum, cohort) => sum + cohort[figure], 0);

function funnel(actor: Actor, input: InsightsInput, scope: Scope, cohorts: Cohort[]): Section {
  const reached = Object.fromEntries(
    stages.map((stage) => [stage, cohorts.reduce((sum, cohort) => sum + standing(cohort)[stage], 0)]),
  ) as Stages;
  const { submitted, answered, accepted, implemented } = reached;
  const [duplicates, withdrawn] = [sumOf(cohorts, "duplicates"), sumOf(cohorts, "withdrawn")];
  const period = sayPeriod(actor, scope);
  return {
    key: "funnel",
    title: "pipeline.funnel",
    says: [
      submitted > 0
        ? { key: "pipeline.funnelSays", values: { submitted, answered, accepted, implemented, ...period } }
        : { key: "pipeline.funnelEmpty", values: period },
      ...(duplicates + withdrawn > 0
        ? [{ key: "pipeline.funnelLeftOut" as const, values: { duplicates, withdrawn } }]
        : []),
    ],
    chart: { kind: "funnel", label: "stage", value: "ideas" },
    columns: [
      { key: "stage", label: "pipeline.columnStage", kind: "word" },
      { key: "ideas", label: "pipeline.columnIdeas", kind: "count" },
      { key: "ofAll", label: "pipeline.columnOfAll", kind: "share" },
      { key: "ofPrevious", label: "pipeline.columnOfPrevious", kind: "share" },
    ],
    rows: stages.map((stage, at) => ({
      cells: {
        stage: names[stage],
        ideas: reached[stage],
        ofAll: share(reached[stage], submitted),
        ofPrevious: share(reached[stage], reached[stages[at - 1] ?? stage]),
      },
      href: listPath(stage, input, { from: scope.months[0], to: scope.months.at(-1) }),
    })),
    terms: ["cohort", "implementedShare"],
  };
}

const cohortColumns: Column[] = [
  { key: "month", label: "pipeline.columnMonth", kind: "month" },
  ...stages.map((stage): Column => ({ key: stage, label: names[stage], kind: "count" })),
  { key: "declined", label: "ideas.statusDeclined", kind: "count" },
  { key: "answeredShare", label: "pipeline.columnAnsweredShare", kind: "share" },
  { key: "acceptedShare", label: "pipeline.columnAcceptedShare", kind: "share" },
  { key: "implementedShare", label: "pipeline.columnImplementedShare", kind: "share" },
];

function cohortRow(input: InsightsInput, cohort: Cohort): Row {
  const { submitted, answered, accepted, started, implemented, declined } = { ...cohort, ...standing(cohort) };
  const [answeredShare, acceptedShare, implementedShare] = [answered, accepted, implemented].map((reached) =>
    share(reached, submitted),
  );
  return {
    cells: {
      ...{ month: cohort.month, submitted, answered, accepted, started, implemented, declined },
      ...{ answeredShare: answeredShare ?? null, acceptedShare: acceptedShare ?? null },
      implementedShare: implementedShare ?? null,
    },
    href: listPath("submitted", input, { from: cohort.month, to: cohort.month }),
  };
}

/** How far the ideas of a period have come: together, and those of each month. */
export async function funnelSections(actor: Actor, input: InsightsInput, scope: Scope): Promise<Section[]> {
  const cohorts = await cohortsOf(scope);
  return [
    funnel(actor, input, scope, cohorts),
    {
      key: "cohorts",
      title: "pipeline.cohorts",
      says: [{ key: "pipeline.cohortsSays" }],
      chart: { kind: "lines", x: "month", y: ["answeredShare", "acceptedShare", "implementedShare"] },
      columns: cohortColumns,
      rows: cohorts.map((cohort) => cohortRow(input, cohort)),
      terms: ["cohort", "implementedShare"],
    },
  ];
}
