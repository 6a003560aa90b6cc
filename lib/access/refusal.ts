import { Failure } from "../platform/errors";
import { log } from "../platform/log";

/** Whether the database had no connection left in time: nothing was done, and trying again soon is right. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "P2024" || error.code === "P2028");

/**
 * What a door tells about something that was thrown: refusals as they are; anything else is a defect, which is logged
 * in full and told as "unexpected".
 */
export function refusalOf(error: unknown): Failure | "defect" {
  if (error instanceof Failure) return error;
  if (isBusy(error)) return new Failure("busy", "validation.busy");
  log().error({ err: error }, "unexpected");
  return "defect";
}
