import { Failure } from "../platform/errors";
import { log } from "../platform/log";

/**
 * What a door tells about something that was thrown: refusals as they are; anything else is a defect, which is logged
 * in full and told as "unexpected".
 */
export function refusalOf(error: unknown): Failure | "defect" {
  if (error instanceof Failure) return error;
  log().error({ err: error }, "unexpected");
  return "defect";
}
