import type { Cell } from "@/lib/insights/section";
import { type Asked, dayAt, type SlowSection, standing, type World } from "./slow-world";

const WEEKS = 13;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The thirteen weeks before a day one after the other, and in each every day of it looked up among all ideas. */
function weeksOf(world: World, asked: Asked, at: Date) {
  const today = dayAt(at, world.organisation.timeZone);
  const own = standing(world, asked);
  return Array.from({ length: WEEKS }, (_, nth) => {
    const week = dayAfter(today, 7 * (nth - WEEKS));
    const days = Array.from({ length: 7 }, (_, after) => dayAfter(week, after));
    const onThese = (on: (string | null)[]) => on.filter((day) => day !== null && days.includes(day)).length;
    return {
      week,
      answered: onThese(own.flatMap((idea) => [idea.answeredOn, idea.againAnsweredOn])),
      arrived: onThese(own.flatMap((idea) => [idea.postedOn, idea.againOn])),
    };
  });
}

type Week = ReturnType<typeof weeksOf>[number];

/** A tenth of how many came or were answered in a week on average. */
const mean = (weeks: Week[], of: "arrived" | "answered") =>
  Math.round((10 * weeks.reduce((sum, week) => sum + week[of], 0)) / WEEKS) / 10;

const pace: SlowSection = (world, asked, at) => {
  const weeks = weeksOf(world, asked, at);
  const values = { arrived: mean(weeks, "arrived"), answered: mean(weeks, "answered"), weeks: WEEKS };
  return { rows: weeks, says: [{ key: "pipeline.paceSays", values }] };
};

/** How many ideas of those that are asked for wait for an answer. */
export const backlogIn = (world: World, asked: Asked): number =>
  standing(world, asked).filter(({ isWaiting }) => isWaiting).length;

const HORIZON = 520;
const FUTURES = 1_500;

/** A row of numbers from 0 to 1 that is always the same: Park and Miller's, which the product does not use. */
function chances(): () => number {
  let state = 20_261_122;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** After how many weeks each of very many futures has no backlog left; infinite where none of ten years has that. */
export function futuresOf(backlog: number, changes: number[]): number[] {
  const chance = chances();
  const one = (from: number[]) => from[Math.floor(chance() * from.length)] ?? 0;
  return Array.from({ length: FUTURES }, () => {
    const seen = changes.map(() => one(changes));
    let left = backlog;
    for (let week = 1; week <= HORIZON; week += 1) {
      left += one(seen);
      if (left <= 0) return week;
    }
    return Number.POSITIVE_INFINITY;
  });
}

/** What the futures of a backlog are drawn from: those who wait now alone, and with those who come meanwhile. */
export function changesIn(world: World, asked: Asked, at: Date): { first: number[]; emptied: number[] } {
  const weeks = weeksOf(world, asked, at);
  return {
    first: weeks.map(({ answered }) => -answered),
    emptied: weeks.map(({ arrived, answered }) => arrived - answered),
  };
}

/** Whether so many weeks, null for never, are as far as this share of futures needs, as nearly as 400 of them can tell. */
export function isAsFar(share: number, on: Cell | undefined, today: string, futures: number[]): boolean {
  const weeks =
    typeof on === "string" ? (Date.parse(on) - Date.parse(today)) / (7 * 86_400_000) : Number.POSITIVE_INFINITY;
  const overBy = (week: number) => futures.filter((one) => one <= week).length / futures.length;
  const [before, then] = [overBy(Math.min(weeks - 1, HORIZON)), weeks === Number.POSITIVE_INFINITY ? 1 : overBy(weeks)];
  return Number.isInteger(weeks) || weeks === Number.POSITIVE_INFINITY
    ? before - 0.08 <= share && share <= then + 0.08
    : false;
}

/** What the page about the pipeline has to say of the present pace; the forecast has a test of its own. */
export const slowForecast: Record<string, SlowSection> = { pace };
