import { env } from "../platform/env";
import { Failure } from "../platform/errors";

/**
 * Goes on only if a request that changes something was sent by our own pages. A browser sends our cookie along
 * whoever asked it to; Next compares the origin with headers that can be forged, and lets a missing one pass.
 *
 * @throws Failure `forbidden` unless the browser says `same-origin`, or names the configured public address
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const isOurs = site ? site === "same-origin" : headers.get("origin") === new URL(env().NEXTAUTH_URL).origin;
  if (!isOurs) throw new Failure("forbidden", "access.foreignOrigin");
}
