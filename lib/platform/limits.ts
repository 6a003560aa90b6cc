/** How often something may be done: so many times within so many seconds, counted for each of `whom`. */
type Limit = { times: number; seconds: number; whom: "person" | "network" | "account" };

/**
 * Every limit there is, and its default. Far above what people do, far below what hurts; chosen by us. A network may be
 * a whole company behind one address, so its limits are wide; people who are signed in are never counted by network.
 * `LIMITS` changes the number of times.
 */
export const limits = {
  /** Pages and answers of the API. */
  reads: { times: 600, seconds: 60, whom: "person" },
  /** Votes, edits, and whatever else changes something. */
  writes: { times: 120, seconds: 60, whom: "person" },
  searches: { times: 60, seconds: 60, whom: "person" },
  /** Looking for ideas like the one that somebody writes: at most one in 0.4 s by itself, in pauses of typing. */
  similar: { times: 150, seconds: 60, whom: "person" },
  /** Saved by themselves while somebody writes, every other second. */
  drafts: { times: 60, seconds: 60, whom: "person" },
  submissions: { times: 20, seconds: 60, whom: "person" },
  comments: { times: 30, seconds: 60, whom: "person" },
  /** What pages tell by themselves: every fifteen seconds, and when something is pressed or left. */
  beacons: { times: 120, seconds: 60, whom: "person" },
  /** Answers to "Which of these two?": one a second, which nobody reads. */
  comparisons: { times: 60, seconds: 60, whom: "person" },
  /** Files with figures, which take a second of a processor each. */
  exports: { times: 15, seconds: 60, whom: "person" },
  /** Whatever people ask who are not signed in. */
  visits: { times: 1_200, seconds: 60, whom: "network" },
  /** Steps of signing in, of whichever way. */
  signIns: { times: 3_000, seconds: 3_600, whom: "network" },
  /** Links, setup tokens and API tokens that open nothing. */
  failures: { times: 300, seconds: 3_600, whom: "network" },
  /** Mailed links for one address: enough for the clumsy, too few to flood a mailbox. */
  links: { times: 5, seconds: 3_600, whom: "account" },
  /** Tries to use a link for one address, which has to be typed in another browser. */
  tries: { times: 20, seconds: 3_600, whom: "account" },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof limits;

/** Those that this process counts by itself, in its memory; the others are counted in the database, by all together. */
export type OwnLimit =
  | "reads"
  | "writes"
  | "searches"
  | "similar"
  | "drafts"
  | "submissions"
  | "comments"
  | "comparisons"
  | "exports"
  | "beacons"
  | "visits";

const isLimit = (name: string): name is LimitName => Object.hasOwn(limits, name);

/**
 * The limits that a setting changes, such as `reads=1000, links=3`.
 *
 * @returns nothing when it names a limit that does not exist, or a number that is none
 */
export function readLimits(setting: string): Partial<Record<LimitName, number>> | undefined {
  const changed: Partial<Record<LimitName, number>> = {};
  for (const part of setting.split(",").filter((text) => text.trim())) {
    const [, name = "", times] = /^\s*(\w+)\s*=\s*([1-9]\d{0,8})\s*$/.exec(part) ?? [];
    if (!isLimit(name)) return undefined;
    changed[name] = Number(times);
  }
  return changed;
}
