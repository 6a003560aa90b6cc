import { hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { implementedShare } from "@/lib/insights/implemented-share";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { promisedAnswers } from "@/lib/insights/promises";
import { type InsightsInput, type ListedKind, listedInput, listedKinds } from "@/lib/insights/schema";
import { timeToAnswer } from "@/lib/insights/time-to-answer";
import { topIdeas } from "@/lib/insights/top-ideas";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { loadDemo } from "@/lib/transfer/load-demo";
import { daysBetween, keptSums, type SlowIdea, slowIdeas, slowSums } from "./slow-ideas";

let leader: Actor;
let ideas: SlowIdea[];
let asked: InsightsInput[];

const mostOf = (ids: (string | null | undefined)[]): string => {
  const counts = Map.groupBy(ids.filter(Boolean) as string[], (id) => id);
  return [...counts].sort((one, other) => other[1].length - one[1].length)[0]?.[0] ?? "";
};

beforeAll(async () => {
  await loadDemo(() => undefined);
  leader = await hire({ roles: ["executive"] });
  const { timeZone } = await db.organisation.findFirstOrThrow();
  leader = { ...leader, timeZone } as Actor;
  ideas = await slowIdeas();
  const whole = { from: "2018-01", to: "2030-12" };
  const department = mostOf(ideas.map(({ departments }) => departments.at(-1)));
  const place = mostOf(ideas.map(({ places }) => places.at(-1)));
  const category = mostOf(ideas.map((idea) => idea.category));
  const late = ideas
    .map(({ postedOn }) => postedOn.slice(0, 7))
    .sort()
    .at(-1);
  asked = [
    { ...whole },
    { from: late, to: late },
    { ...whole, department },
    { ...whole, place },
    { ...whole, category },
    { ...whole, department, category },
    { ...whole, department, place, category },
  ] as InsightsInput[];
}, 240_000);

/** The ideas of the units that are asked for. */
const narrowed = ({ department, place, category }: InsightsInput): SlowIdea[] =>
  ideas.filter(
    (idea) =>
      (!department || idea.departments.includes(department)) &&
      (!place || idea.places.includes(place)) &&
      (!category || idea.category === category),
  );

const isIn = (day: string | null, { from = "", to = "" }: InsightsInput): day is string =>
  day !== null && day.slice(0, 7) >= from && day.slice(0, 7) <= to;

const counts = ({ status }: SlowIdea) => status !== "merged" && status !== "withdrawn";

/** The day in the middle, or at another part of the way, as one finds it by laying them out one by one. */
const within = (part: number, days: number[]) => days.sort((a, b) => a - b)[Math.ceil(days.length * part) - 1] ?? null;

it("sums of real, imported ideas are what one gets by counting row by row", async () => {
  const slow = await slowSums();

  expect(Object.keys(slow).length).toBeGreaterThan(500);
  expect(await keptSums()).toEqual(slow);
});

it("as many answers are counted by day as by month", async () => {
  const [odd] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
      from idea_cell c
      full join (select dimension, unit_id, month, sum(ideas) as ideas, sum(days * ideas) as days
                   from answer_cell group by 1, 2, 3) a using (dimension, unit_id, month)
     where (coalesce(a.ideas, 0), coalesce(a.days, 0)) <> (coalesce(c.answers, 0), coalesce(c.answer_days, 0))`;

  expect(odd).toEqual({ count: 0 });
});

it("the implemented share is that of ideas counted one by one, however it is narrowed", async () => {
  for (const input of asked) {
    const posted = narrowed(input).filter((idea) => counts(idea) && isIn(idea.postedOn, input));
    const implemented = posted.filter(({ status }) => status === "implemented");
    const { figure } = await implementedShare(leader, input);

    expect(figure?.value).toBe(posted.length > 0 ? implemented.length / posted.length : null);
  }
});

it("the time to answer is the day in the middle of all answers, however it is narrowed", async () => {
  for (const input of asked) {
    const answered = narrowed(input).filter((idea) => counts(idea) && isIn(idea.answeredOn, input));
    const days = answered.map(({ postedOn, answeredOn }) => daysBetween(postedOn, answeredOn ?? postedOn));
    const { figure, rows } = await timeToAnswer(leader, input);

    expect(figure?.value).toBe(within(0.5, days));
    expect(rows.reduce((sum, { cells }) => sum + Number(cells.answers), 0)).toBe(answered.length);
  }
});

it("promises are counted in the month in which an answer was due", async () => {
  for (const input of asked) {
    const due = narrowed(input).filter((idea) => counts(idea) && isIn(idea.dueOn, input));
    const { rows } = await promisedAnswers(leader, input);
    const sum = (key: string) => rows.reduce((total, { cells }) => total + Number(cells[key]), 0);

    expect([sum("kept"), sum("late"), sum("open")]).toEqual([
      due.filter(({ isKept }) => isKept === true).length,
      due.filter(({ isKept }) => isKept === false).length,
      due.filter(({ isKept }) => isKept === null).length,
    ]);
  }
});

it("each count of promises leads to as many ideas, and its month to all of them", async () => {
  const { rows } = await promisedAnswers(leader, {});
  for (const { cells, href, hrefs = {} } of rows) {
    const [kept, late, open] = [cells.kept, cells.late, cells.open].map(Number) as [number, number, number];
    const behind = async (path: string | undefined) =>
      path ? (await listedIdeas(leader, parse(listedInput, addressed(path)))).count : 0;

    expect(await Promise.all([href, hrefs.kept, hrefs.late, hrefs.open].map(behind))).toEqual([
      kept + late + open,
      kept,
      late,
      open,
    ]);
  }
});

const addressed = (path: string) => Object.fromEntries(new URL(path, "http://localhost").searchParams);

const belongs: Record<
  Exclude<ListedKind, "overdue" | "colleagues">,
  (idea: SlowIdea, input: InsightsInput) => boolean
> = {
  posted: (idea, input) => idea.status !== "withdrawn" && isIn(idea.postedOn, input),
  submitted: (idea, input) => counts(idea) && isIn(idea.postedOn, input),
  answered: (idea, input) => counts(idea) && idea.isAnswered && isIn(idea.postedOn, input),
  accepted: (idea, input) => counts(idea) && idea.isAccepted && isIn(idea.postedOn, input),
  started: (idea, input) => counts(idea) && idea.isStarted && isIn(idea.postedOn, input),
  implemented: (idea, input) => idea.status === "implemented" && isIn(idea.postedOn, input),
  declined: (idea, input) => idea.status === "declined" && isIn(idea.postedOn, input),
  archived: (idea, input) => idea.status === "archived" && isIn(idea.postedOn, input),
  undecided: (idea, input) => ["submitted", "in_review"].includes(idea.status) && isIn(idea.postedOn, input),
  answers: (idea, input) => counts(idea) && isIn(idea.answeredOn, input),
  due: (idea, input) => counts(idea) && isIn(idea.dueOn, input),
  open: (idea, input) => counts(idea) && idea.isKept === null && isIn(idea.dueOn, input),
  kept: (idea, input) => counts(idea) && idea.isKept === true && isIn(idea.dueOn, input),
  late: (idea, input) => counts(idea) && idea.isKept === false && isIn(idea.dueOn, input),
};

it.each(listedKinds.filter((which) => which !== "overdue" && which !== "colleagues"))(
  "the list of %s holds as many ideas as its figure says",
  async (which) => {
    for (const input of asked) {
      const { count } = await listedIdeas(leader, { ...input, which, owner: undefined, page: 1 });

      expect(count).toBe(narrowed(input).filter((idea) => belongs[which](idea, input)).length);
    }
  },
);

it("the ideas to back are the open ones with the highest merit", async () => {
  const ranks = await db.ideaRank.findMany({ select: { ideaId: true, merit: true } });
  const merit = new Map(ranks.map(({ ideaId, merit }) => [ideaId, merit]));
  for (const input of asked) {
    const open = narrowed(input).filter(
      ({ status, postedOn }) => ["submitted", "in_review", "accepted"].includes(status) && isIn(postedOn, input),
    );
    const best = open.map(({ id }) => merit.get(id) ?? 0).sort((one, other) => other - one);
    const { rows } = await topIdeas(leader, input);

    expect(rows.map(({ href }) => merit.get(href?.slice("/ideas/".length) ?? ""))).toEqual(best.slice(0, 10));
  }
});
