import { load } from "./load";
import type { Subject } from "./measure";

/** A minute in which everybody votes for one idea, and the list before and after it, in answers per second. */
export type HotMinute = { perSecond: number[]; before: number; after: number };

const PIECES = 6;
const PIECE_SECONDS = 10;

/** Whether a hot idea slows down the longer it is hot, and the list that shows it with it. */
export async function hotMinute(portal: Subject): Promise<HotMinute> {
  const { minute: vote, list } = portal;
  const { perSecond: before } = await load(portal, list, PIECE_SECONDS / 2);
  const perSecond: number[] = [];
  for (let piece = 0; piece < PIECES; piece++) perSecond.push((await load(portal, vote, PIECE_SECONDS)).perSecond);
  const { perSecond: after } = await load(portal, list, PIECE_SECONDS / 2);
  return { perSecond, before, after };
}
