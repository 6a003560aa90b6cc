import { type Load, load, median, middle } from "./load";
import type { Asked, Scenario } from "./scenarios";
import type { Answering } from "./servers";
import { type Statements, statementsOf } from "./statements";
import { type Weight, weightOf } from "./weight";

/** One thing on one database. */
export type Measured = { load: Load; statements: Statements; weight?: Weight };

/** One thing on both databases, and how it compares: medians of the ratios within each round. */
export type Row = { name: string; large: Measured; small: Measured; toSmall: number; yardstick?: Compared };

/** The bare thing, the share of its rate that we reach, and the share that we aim at. */
export type Compared = { name: string; load: Load; share: number; aim: number };

/** How long and how often everything is measured. */
export type Effort = { rounds: number; seconds: number };

/** A portal and its database, for its administrator. */
export type Subject = Answering & Asked & { admin: string };

async function still({ url, admin }: Subject, { ask, isPage }: Scenario): Promise<Omit<Measured, "load">> {
  return { statements: await statementsOf(admin, url, ask), ...(isPage && { weight: await weightOf(url, ask()) }) };
}

/**
 * Measures one thing on the large database, the small one and its yardstick, in turns, so that a machine that grows
 * slower or faster meanwhile does so for all of them.
 */
export async function measure(
  index: number,
  large: Subject,
  small: Subject,
  bare: Answering,
  { rounds, seconds }: Effort,
): Promise<Row> {
  const [big, little] = [large.scenarios[index], small.scenarios[index]] as [Scenario, Scenario];
  const runs: { large: Load; small: Load; bare: Load | undefined }[] = [];
  await load(large, big.ask, 3);
  await load(small, little.ask, 3);
  if (big.yardstick) await load(bare, big.yardstick.ask, 3);
  for (let round = 0; round < rounds; round++) {
    runs.push({
      large: await load(large, big.ask, seconds),
      bare: big.yardstick && (await load(bare, big.yardstick.ask, seconds)),
      small: await load(small, little.ask, seconds),
    });
  }
  const bares = runs.flatMap((run) => run.bare ?? []);
  return {
    name: big.name,
    large: { load: middle(runs.map((run) => run.large)), ...(await still(large, big)) },
    small: { load: middle(runs.map((run) => run.small)), ...(await still(small, little)) },
    toSmall: median(runs.map((run) => run.small.perSecond / run.large.perSecond)),
    ...(big.yardstick && {
      yardstick: {
        name: big.yardstick.name,
        load: middle(bares),
        share: median(runs.map((run) => run.large.perSecond / (run.bare?.perSecond ?? 1))),
        aim: big.yardstick.aim,
      },
    }),
  };
}
