import { forgetExpired } from "./access/forget-expired";
import { checkChain } from "./audit/check-chain";
import { sealEvents } from "./audit/seal-events";
import { refreshStrengths } from "./comparisons/refresh-strengths";
import { compareNewIdeas } from "./duplicates/compare-new-ideas";
import { forgetSightings } from "./impressions/forget-sightings";
import { rollUpExposure } from "./impressions/roll-up";
import { refreshInsights } from "./insights/roll-ups";
import { gatherDigests } from "./notifications/digest";
import { writeLetters } from "./notifications/monthly-letter";
import { drawLots } from "./ranking/draw-lots";
import { fitRanking } from "./ranking/fit-ranking";
import { refreshExposed, refreshRanks } from "./ranking/refresh-ranks";
import { countWords } from "./search/count-words";
import { learnMeanings } from "./search/meaning";
import { keepPromises } from "./workflow/keep-promises";
import { revisitIdeas } from "./workflow/revisit-ideas";

/** Something that is done again and again. `pauseMs` lies between the end of one time and the beginning of the next. */
export type Job = { name: string; pauseMs: number; run: () => Promise<unknown> };

const units = { second: 1_000, minute: 60_000, hour: 3_600_000 };

/** How often: `"5 seconds"`, `"1 hour"`. */
type Interval = `${number} ${keyof typeof units}${"" | "s"}`;

function every(interval: Interval, name: string, run: Job["run"]): Job {
  const [count, unit = ""] = interval.split(" ");
  return { name, pauseMs: Number(count) * units[unit.replace(/s$/, "") as keyof typeof units], run };
}

/** What runs by the clock. Every job can run again at any time without harm: one that was cut off is simply repeated. */
export const timetable: Job[] = [
  every("5 seconds", "refresh ranks", async () => [await refreshRanks(), await refreshExposed()]),
  every("1 hour", "learn what attention and support are usual here", fitRanking),
  every("5 minutes", "draw the day's lots for the order discover", drawLots),
  every("1 minute", "work out what comparisons say", refreshStrengths),
  every("5 seconds", "seal the event log", sealEvents),
  every("1 hour", "check the chain of seals", checkChain),
  every("1 minute", "gather the digests that are due", gatherDigests),
  every("1 minute", "write the month's letter to those who lead", writeLetters),
  every("5 minutes", "put ideas before reviewers again on their day", revisitIdeas),
  every("5 minutes", "remind of promises, and pass on those that were not kept", keepPromises),
  every("6 hours", "forget who saw what long ago", forgetSightings),
  every("6 hours", "add up by month how many saw an idea", rollUpExposure),
  every("10 seconds", "compare new ideas with the others", compareNewIdeas),
  every("10 seconds", "learn what new ideas mean, where a language model is configured", learnMeanings),
  every("5 minutes", "count in how many ideas each word stands", countWords),
  every("10 seconds", "count what leadership sees", refreshInsights),
  every("1 hour", "forget expired sessions and links", forgetExpired),
];
