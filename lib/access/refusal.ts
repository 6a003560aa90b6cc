import { isBusy } from "../platform/db/is-busy";
import { Failure, type FailureCode } from "../platform/errors";
import { exchange } from "../platform/exchange";
import { log, logSecurity } from "../platform/log";

/** What HTTP calls each kind of refusal. */
export const statusOf: Record<FailureCode | "defect", number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  busy: 503,
  defect: 500,
};

/** How soon to come back when the database had no connection left. */
const BUSY_S = 2;

/** Whether the sender went away while the request was being read. */
const hasLeft = (error: unknown): boolean =>
  exchange()?.request.destroyed === true && error instanceof Error && "code" in error && error.code === "ECONNRESET";

/**
 * What a door tells about something that was thrown: refusals as they are; anything else is a defect, which is logged
 * and told as "unexpected".
 */
export function refusalOf(error: unknown): Failure | "defect" {
  const refusal = isBusy(error) ? new Failure("busy", "validation.busy", {}, BUSY_S) : error;
  if (refusal instanceof Failure) {
    if (refusal.code === "forbidden") logSecurity("denied", refusal.reason);
    return refusal;
  }
  // Nobody is there any more to hear of it.
  if (hasLeft(error)) return new Failure("invalid", "validation.unreadable");
  log().error({ err: error }, "unexpected");
  return "defect";
}
