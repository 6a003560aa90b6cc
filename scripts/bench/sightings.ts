import { load } from "./load";
import type { Subject } from "./measure";
import { BATCH } from "./scenarios";

/** As many sightings a second as a few hundred people make who read lists at the same time. */
const PER_SECOND = 100;

/** What a hundred sightings a second cost: the share of the server's processor time, and how many came. */
export type SightingsCost = { share: number; perSecond: number };

/** Has people tell what they see, for `seconds`, at an even pace, and takes off what the server does anyway. */
export async function sightingsCost(portal: Subject, seconds: number): Promise<SightingsCost> {
  const before = portal.cpuMs();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const idle = (portal.cpuMs() - before) / (seconds * 1_000);
  const { perSecond, cpuMs } = await load(portal, portal.sightings, seconds, PER_SECOND / BATCH);
  return { share: (perSecond * cpuMs) / 1_000 - idle, perSecond: perSecond * BATCH };
}
