import type { SlowIdea } from "./slow-ideas";
import { isAsked, isIn, monthsAsked, period, type SlowSection, standing } from "./slow-world";

/** How far an idea can have come, in order, and how one sees that it has. */
const stages: [name: string, hasReached: (idea: SlowIdea) => boolean][] = [
  ["Submitted", () => true],
  ["Answered", ({ isAnswered }) => isAnswered],
  ["Accepted", ({ isAccepted }) => isAccepted],
  ["Started", ({ isStarted }) => isStarted],
  ["Implemented", ({ status }) => status === "implemented"],
];

const of = (ideas: SlowIdea[], fits: (idea: SlowIdea) => boolean) => ideas.filter(fits).length;
const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

const funnel: SlowSection = (world, asked, at) => {
  const months = monthsAsked(asked, world, at);
  const posted = world.ideas.filter((idea) => isAsked(idea, asked) && isIn(idea.postedOn, months));
  const cohort = standing(world, asked).filter(({ postedOn }) => isIn(postedOn, months));
  const counts = stages.map(([, hasReached]) => of(cohort, hasReached));
  const [submitted = 0, answered = 0, accepted = 0, , implemented = 0] = counts;
  const [duplicates, withdrawn] = ["merged", "withdrawn"].map((state) => of(posted, ({ status }) => status === state));
  const said = period(months);
  return {
    rows: stages.map(([name], nth) => ({
      stage: `pipeline.stage${name}`,
      ideas: counts[nth] ?? 0,
      ofAll: share(counts[nth] ?? 0, submitted),
      ofPrevious: share(counts[nth] ?? 0, counts[Math.max(0, nth - 1)] ?? 0),
    })),
    says: [
      submitted > 0
        ? { key: "pipeline.funnelSays", values: { submitted, answered, accepted, implemented, ...said } }
        : { key: "pipeline.funnelEmpty", values: said },
      ...(duplicates || withdrawn
        ? [
            {
              key: "pipeline.funnelLeftOut" as const,
              values: { duplicates: duplicates ?? 0, withdrawn: withdrawn ?? 0 },
            },
          ]
        : []),
    ],
  };
};

const cohorts: SlowSection = (world, asked, at) => {
  const own = standing(world, asked);
  const rows = monthsAsked(asked, world, at).map((month) => {
    const cohort = own.filter(({ postedOn }) => isIn(postedOn, [month]));
    const [submitted = 0, answered = 0, accepted = 0, started = 0, implemented = 0] = stages.map(([, hasReached]) =>
      of(cohort, hasReached),
    );
    return {
      ...{ month, submitted, answered, accepted, started, implemented },
      declined: of(cohort, ({ status }) => status === "declined"),
      answeredShare: share(answered, submitted),
      acceptedShare: share(accepted, submitted),
      implementedShare: share(implemented, submitted),
    };
  });
  return { rows, says: [{ key: "pipeline.cohortsSays" }] };
};

/** What the page about the pipeline has to say of how far ideas have come. */
export const slowStages: Record<string, SlowSection> = { funnel, cohorts };
