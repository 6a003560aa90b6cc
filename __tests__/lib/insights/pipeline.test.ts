import { hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { statusNames } from "@/lib/ideas/states";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { pipeline } from "@/lib/insights/pipeline";
import { listedInput } from "@/lib/insights/schema";
import { monthsOf } from "@/lib/insights/scope";
import type { Cell, Section } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { parse } from "@/lib/platform/parse";
import { loadDemo } from "@/lib/transfer/load-demo";
import { daysBetween, type SlowIdea, slowIdeas } from "./slow-ideas";
import { slowStaysWithUnits } from "./slow-stays";

type Asked = { from?: string; to?: string; department?: string; place?: string; category?: string };
type SlowStayed = Awaited<ReturnType<typeof slowStaysWithUnits>>[number];

let leader: Actor;
let today: string;
let ideas: SlowIdea[];
let stays: SlowStayed[];
let questions: Asked[];

beforeAll(async () => {
  await loadDemo(() => undefined);
  leader = await hire({ name: "Grace", roles: ["employee", "executive"] });
  const { timeZone } = await db.organisation.findFirstOrThrow();
  leader = { ...leader, timeZone };
  today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
  [ideas, stays] = [await slowIdeas(), await slowStaysWithUnits()];
  const most = <T extends string>(of: (idea: SlowIdea) => T[]) => {
    const counts = new Map<T, number>();
    for (const idea of ideas) for (const one of of(idea)) counts.set(one, (counts.get(one) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  };
  const department = most((idea) => idea.departments.slice(-1));
  const [place, category] = [most((idea) => idea.places), most((idea) => (idea.category ? [idea.category] : []))];
  const long = { from: "2017-01" };
  questions = [
    {},
    long,
    { ...long, department },
    { ...long, place },
    { ...long, category },
    { ...long, department, category },
  ];
}, 240_000);

const isAsked = (idea: SlowIdea, { department, place, category }: Asked) =>
  (!department || idea.departments.includes(department)) &&
  (!place || idea.places.includes(place)) &&
  (!category || idea.category === category);

/** Asked once for each question: nothing changes meanwhile. */
const answers = new Map<string, Promise<Section[]>>();

const told = async (asked: Asked, key: string): Promise<Section> => {
  const name = JSON.stringify(asked);
  answers.set(name, answers.get(name) ?? pipeline(leader, asked));
  const section = (await answers.get(name))?.find((one) => one.key === key);
  if (!section) throw new Error(`nothing is told of ${key}`);
  return section;
};

const cellsOf = ({ rows }: Section, ...keys: string[]): Cell[][] =>
  rows.map(({ cells }) => keys.map((key) => cells[key] ?? null));

/** By sorting all of them, one by one. */
function percentile(share: number, values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

const endedIn = (asked: Asked) => {
  const months = monthsOf(asked, leader.timeZone);
  return stays.filter(({ leftOn, idea }) => leftOn && months.includes(leftOn.slice(0, 7)) && isAsked(idea, asked));
};

const standing = (asked: Asked, ...states: string[]) =>
  stays.filter(({ became, status, idea }) => became === null && states.includes(status) && isAsked(idea, asked));

it("as many ideas come as far as one counts row by row, in all and by month", async () => {
  for (const asked of questions) {
    const months = monthsOf(asked, leader.timeZone);
    const own = ideas.filter((idea) => isAsked(idea, asked) && !["merged", "withdrawn"].includes(idea.status));
    const reached = (month: string) => {
      const cohort = own.filter(({ postedOn }) => postedOn.startsWith(month));
      const of = (fits: (idea: SlowIdea) => boolean) => cohort.filter(fits).length;
      return [
        ...[cohort.length, of(({ isAnswered }) => isAnswered), of(({ isAccepted }) => isAccepted)],
        ...[of(({ isStarted }) => isStarted), of(({ status }) => status === "implemented")],
      ];
    };
    const byMonth = months.map(reached);
    const stages = ["submitted", "answered", "accepted", "started", "implemented"];

    expect(cellsOf(await told(asked, "cohorts"), "month", ...stages)).toEqual(
      months.map((month, at) => [month, ...(byMonth[at] as number[])]),
    );
    expect(cellsOf(await told(asked, "funnel"), "ideas").flat()).toEqual(
      stages.map((_, at) => byMonth.reduce((sum, counts) => sum + (counts[at] ?? 0), 0)),
    );
  }
  expect((await told(questions[1] ?? {}, "funnel")).rows[0]?.cells.ideas).toBeGreaterThan(1_000);
}, 120_000);

it("half and nine tenths of stays in a state took as many days as sorting them says", async () => {
  const waiting = ["submitted", "in_review", "accepted", "in_progress"] as const;
  for (const asked of questions) {
    const expected = waiting.map((state) => {
      const left = endedIn(asked).filter(
        ({ status, became }) => status === state && became !== "merged" && became !== "withdrawn",
      );
      const days = left.flatMap(({ enteredOn, leftOn }) =>
        enteredOn && leftOn ? [daysBetween(enteredOn, leftOn)] : [],
      );
      return [statusNames[state], left.length, days.length, percentile(0.5, days), percentile(0.9, days)];
    });

    expect(cellsOf(await told(asked, "timeInState"), "state", "stays", "known", "median", "p90")).toEqual(expected);
  }
});

it("ideas wait where their rows say, and for as long", async () => {
  const bands = [
    ["week", 0, 7],
    ["month", 8, 30],
    ["quarter", 31, 90],
    ["half", 91, 180],
    ["year", 181, 365],
    ["longer", 366, 99_999],
  ] as const;
  for (const asked of questions) {
    const expected = ["submitted", "in_review", "accepted", "in_progress"].map((state) => {
      const here = standing(asked, state);
      const ages = here.flatMap(({ enteredOn }) => (enteredOn ? [daysBetween(enteredOn, today)] : []));
      const counts = bands.map(([, from, to]) => ages.filter((days) => days >= from && days <= to).length);
      return [here.length, ...counts, here.length - ages.length, ages.length > 0 ? Math.max(...ages) : null];
    });

    const keys = ["ideas", ...bands.map(([name]) => name), "unknown", "oldest"];
    expect(cellsOf(await told(asked, "ageing"), ...keys)).toEqual(expected);
  }
});

it("departments keep as many waiting as hang below them", async () => {
  const roots = await db.department.findMany({ where: { parentId: null } });
  const open = standing({}, "submitted", "in_review");
  const expected = roots.flatMap(({ id, name }) => {
    const ages = open
      .filter(({ idea }) => idea.departments.includes(id))
      .flatMap(({ enteredOn }) => (enteredOn ? [daysBetween(enteredOn, today)] : []));
    return ages.length > 0 ? [[name, ages.length, percentile(0.5, ages), Math.max(...ages)]] : [];
  });
  const units = cellsOf(await told({}, "waitingUnits"), "unit", "ideas", "median", "oldest");

  expect(new Set(units.filter(([unit]) => roots.some(({ name }) => name === unit)))).toEqual(new Set(expected));
  expect(units.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(open.length);
});

it("ideas go from state to state as often as their rows say", async () => {
  for (const asked of questions) {
    const steps: Record<string, number> = {};
    for (const { status, became } of endedIn(asked)) {
      const step = `${statusNames[status as IdeaStatus]} ${statusNames[became as IdeaStatus]}`;
      steps[step] = (steps[step] ?? 0) + 1;
    }
    const kept = cellsOf(await told(asked, "flow"), "from", "to", "ideas");

    expect(Object.fromEntries(kept.map(([from, to, ideas]) => [`${from} ${to}`, ideas]))).toEqual(steps);
  }
});

it("the pace is that of the weeks before today, and the backlog what nobody has answered", async () => {
  for (const asked of questions) {
    const own = ideas.filter((idea) => isAsked(idea, asked) && !["merged", "withdrawn"].includes(idea.status));
    const inWeek = (day: string | null, ago: number) => {
      const before = day ? daysBetween(day, today) : 0;
      return before > 7 * (ago - 1) && before <= 7 * ago;
    };
    const weeks = Array.from({ length: 13 }, (_, at) => 13 - at).map((ago) => [
      own.flatMap((one) => [one.answeredOn, one.againAnsweredOn]).filter((day) => inWeek(day, ago)).length,
      own.flatMap((one) => [one.postedOn, one.againOn]).filter((day) => inWeek(day, ago)).length,
    ]);
    const waiting = own.filter(({ isWaiting }) => isWaiting);

    expect(cellsOf(await told(asked, "pace"), "answered", "arrived")).toEqual(weeks);
    expect((await told(asked, "backlogForecast")).rows[0]?.cells.ideas).toBe(waiting.length);
  }
});

it("every figure of waiting ideas opens the list of exactly these", async () => {
  const department = questions[2]?.department;
  const [row] = (await told({ department }, "ageing")).rows;

  expect(row?.href).toBe(`/ideas?state=submitted&department=${department}`);
});

it("each stage opens a list of as many ideas as it counts", async () => {
  const asked = questions[2] ?? {};
  for (const { cells, href = "" } of (await told(asked, "funnel")).rows) {
    const said = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    const { count } = await listedIdeas(leader, parse(listedInput, said));

    expect(count).toBe(cells.ideas);
  }
});

it("nobody but leaders and administrators is told", async () => {
  const colleague = await hire();

  await expect(pipeline(colleague, {})).rejects.toMatchObject({ code: "forbidden" });
});
