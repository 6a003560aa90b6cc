import type { Cell } from "@/lib/insights/section";
import { daysBetween } from "./slow-ideas";
import { slowStages } from "./slow-stages";
import {
  type Asked,
  dayAt,
  isAsked,
  isIn,
  monthsAsked,
  period,
  type SlowSection,
  stateName,
  type World,
  within,
} from "./slow-world";

const waits = ["submitted", "in_review", "accepted", "in_progress"];

const leftIn = ({ stays }: World, asked: Asked, months: string[]) =>
  stays.filter(({ leftOn, became, idea }) => became !== null && isIn(leftOn, months) && isAsked(idea, asked));

const timeInState: SlowSection = (world, asked, at) => {
  const months = monthsAsked(asked, world, at);
  const left = leftIn(world, asked, months).filter(({ became }) => became !== "merged" && became !== "withdrawn");
  const rows = waits.map((state) => {
    const stays = left.filter(({ status }) => status === state);
    const days = stays.flatMap(({ enteredOn, leftOn }) =>
      enteredOn && leftOn ? [daysBetween(enteredOn, leftOn)] : [],
    );
    return {
      state: stateName(state),
      ...{ stays: stays.length, known: days.length, median: within(0.5, days), p90: within(0.9, days) },
    };
  });
  const sum = (key: "stays" | "known") => rows.reduce((all, row) => all + row[key], 0);
  const [fresh] = rows;
  const said = period(months);
  const says = [
    fresh && fresh.median !== null && fresh.p90 !== null
      ? { key: "pipeline.timeSays", values: { state: "New", days: fresh.median, most: fresh.p90, ...said } }
      : { key: "pipeline.timeSaysNothing", values: said },
    ...(sum("known") < sum("stays")
      ? [
          {
            key: "pipeline.timeUnknown" as const,
            values: { unknown: sum("stays") - sum("known"), stays: sum("stays") },
          },
        ]
      : []),
    { key: "pipeline.timeLimit" },
  ];
  return { rows, says };
};

const here = ({ stays }: World, asked: Asked, states: string[]) =>
  stays.filter(({ became, status, idea }) => became === null && states.includes(status) && isAsked(idea, asked));

const agesOf = (stays: World["stays"], today: string) =>
  stays.flatMap(({ enteredOn }) => (enteredOn ? [daysBetween(enteredOn, today)] : []));

/** The greatest of some numbers; null of none. */
const most = (numbers: number[]) => (numbers.length > 0 ? Math.max(...numbers) : null);

const ageing: SlowSection = (world, asked, at) => {
  const today = dayAt(at, world.organisation.timeZone);
  const bands = {
    week: [0, 7],
    month: [8, 30],
    quarter: [31, 90],
    half: [91, 180],
    year: [181, 365],
    longer: [366, 1e6],
  };
  const rows = waits.map((state) => {
    const stays = here(world, asked, [state]);
    const ages = agesOf(stays, today);
    const inBands = Object.entries(bands).map(([name, [from = 0, to = 0]]): [string, Cell] => [
      name,
      ages.filter((days) => days >= from && days <= to).length,
    ]);
    const unknown = stays.length - ages.length;
    return {
      ...{ state: stateName(state), ideas: stays.length },
      ...{ ...Object.fromEntries(inBands), unknown, oldest: most(ages) },
    };
  });
  const open = here(world, asked, ["submitted", "in_review"]);
  const ages = agesOf(open, today);
  const unknown = rows.reduce((sum, row) => sum + row.unknown, 0);
  const values = { ideas: open.length, long: ages.filter((days) => days > 90).length, oldest: most(ages) ?? 0 };
  return {
    rows,
    says: [
      ages.length > 0 ? { key: "pipeline.ageingSays", values } : { key: "pipeline.ageingNothing" },
      ...(unknown > 0 ? [{ key: "pipeline.ageingUnknown" as const, values: { unknown } }] : []),
    ],
  };
};

const NO_UNIT = "Directly, or no department";
const byName = (a: { unit: string }, b: { unit: string }) => a.unit.localeCompare(b.unit, "en");

const waitingUnits: SlowSection = (world, asked, at) => {
  const today = dayAt(at, world.organisation.timeZone);
  const open = here(world, asked, ["submitted", "in_review"]);
  const units = world.departments.filter(({ parentId }) => parentId === (asked.department ?? null));
  const lineOf = (unit: string, stays: World["stays"]) => {
    const ages = agesOf(stays, today);
    const long = ages.filter((days) => days > 90).length;
    return { unit, ideas: stays.length, long, median: within(0.5, ages), oldest: most(ages) };
  };
  const inUnits = units.map(({ id, name }) =>
    lineOf(
      name,
      open.filter(({ idea }) => idea.departments.includes(id)),
    ),
  );
  const others = open.filter(({ idea }) => !units.some(({ id }) => idea.departments.includes(id)));
  const told = inUnits.filter(({ ideas }) => ideas > 0);
  const [first] = told.toSorted((a, b) => b.ideas - a.ideas || byName(a, b));
  return {
    rows: [...told, ...(others.length > 0 ? [lineOf(NO_UNIT, others)] : [])]
      .toSorted((a, b) => b.ideas - a.ideas || Number(a.unit === NO_UNIT) - Number(b.unit === NO_UNIT) || byName(a, b))
      .slice(0, 25),
    says: [
      first
        ? { key: "pipeline.unitsSays", values: { unit: first.unit, ideas: first.ideas, all: open.length } }
        : { key: "pipeline.unitsNothing" },
    ],
  };
};

const flow: SlowSection = (world, asked, at) => {
  const months = monthsAsked(asked, world, at);
  const moves = leftIn(world, asked, months);
  const steps = [...Map.groupBy(moves, ({ status, became }) => `${status} ${became}`)].map(([step, those]) => {
    const [from = "", to = ""] = step.split(" ");
    return {
      from,
      to,
      ideas: those.length,
      ofLeaving: those.length / moves.filter((one) => one.status === from).length,
    };
  });
  steps.sort((a, b) => b.ideas - a.ideas || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
  const back = moves.filter(
    ({ status, became }) => status === "declined" && (became === "submitted" || became === "in_review"),
  ).length;
  const said = period(months);
  return {
    rows: steps.map((step) => ({ ...step, from: stateName(step.from), to: stateName(step.to) })),
    says: [
      moves.length > 0
        ? { key: "pipeline.flowSays", values: { moves: moves.length, back, ...said } }
        : { key: "pipeline.flowNothing", values: said },
      { key: "pipeline.flowLimit" },
    ],
  };
};

/** What the page about the pipeline has to say. */
export const slowPipeline: Record<string, SlowSection> = {
  ...{ timeInState, ageing, waitingUnits, flow },
  ...slowStages,
};
