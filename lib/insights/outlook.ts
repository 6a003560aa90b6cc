/** A week of the organisation: how many ideas came that have to be answered, and how many were answered. */
export type Week = { arrived: number; answered: number };

/** After how many weeks something is over: probably not before `early`, as likely earlier as later than `likely`. Infinity: never. */
export type Outlook = { early: number; likely: number; late: number };

/** More draws move the ends of the range by less than a week. Measured by us. */
const RUNS = 400;

/** Who looks further ahead tells stories. Chosen by us: ten years. */
const HORIZON = 520;

/** Eight of ten futures lie between them. Chosen by us. */
const [LOW, HIGH] = [0.1, 0.9];

/**
 * Numbers from 0 to 1 that look random and are the same every time, so that a page read twice says the same.
 *
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (Mulberry32)
 */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const oneOf = <T>(all: T[], draw: () => number): T => all[Math.floor(draw() * all.length)] as T;

function weeksUntilNone(backlog: number, changes: number[], draw: () => number): number {
  const history = changes.map(() => oneOf(changes, draw));
  let left = backlog;
  for (let week = 1; week <= HORIZON; week++) {
    left += oneOf(history, draw);
    if (left <= 0) return week;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * When a backlog is worked off if the weeks to come are like the recent ones, with the range in which eight of ten
 * futures lie: a bootstrap. Each future first draws a history from the recent weeks, because other weeks could have been
 * observed as well, and then its own weeks from that history.
 *
 * @param change by how much a week changes the backlog; negative where it becomes smaller
 */
export function outlook(backlog: number, weeks: Week[], change: (week: Week) => number): Outlook {
  if (backlog <= 0) return { early: 0, likely: 0, late: 0 };
  const never = Number.POSITIVE_INFINITY;
  if (weeks.length === 0) return { early: never, likely: never, late: never };
  const draw = drawFrom(backlog);
  const changes = weeks.map(change);
  const ends = Array.from({ length: RUNS }, () => weeksUntilNone(backlog, changes, draw)).sort((a, b) => a - b);
  const at = (share: number) => ends[Math.round(share * (RUNS - 1))] as number;
  return { early: at(LOW), likely: at(0.5), late: at(HIGH) };
}
