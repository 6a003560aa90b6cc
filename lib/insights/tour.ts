import { cookies } from "next/headers";
import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import { ownCookie, ownCookieOptions } from "../platform/own-cookie";

const YEAR_S = 365 * 24 * 60 * 60;

const cookie = () => ownCookie("tour");

/** Whether the guided tour is offered to somebody: to leaders, until they have answered in this browser. */
export const isTourOffered = async (actor: Actor): Promise<boolean> =>
  can(actor, "insights.read") && !(await cookies()).has(cookie());

/**
 * Goes on only for those for whom the guided tour is.
 *
 * @throws Failure `forbidden`
 */
export const requireTour = (actor: Actor): void => authorize(actor, "insights.read");

/** Offers the guided tour no more in this browser; it can be begun again whenever one likes. */
export async function answerTour(actor: Actor): Promise<void> {
  authorize(actor, "insights.read");
  (await cookies()).set(cookie(), "answered", { ...ownCookieOptions(), maxAge: YEAR_S });
}
