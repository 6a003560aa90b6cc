import { exchange } from "./exchange";
import { log } from "./log";

const statusOf = (error: unknown) => {
  const status = typeof error === "object" && error !== null && "statusCode" in error && error.statusCode;
  return typeof status === "number" ? status : 400;
};

/**
 * Writes down that a request failed outside our doors. `digest` is the number that its reader was shown; a form that
 * could not be read is no failure of ours.
 */
export function noteFailure(error: unknown): void {
  const current = exchange();
  if (current && !current.atDoor && current.request.method === "POST") {
    current.unreadable = statusOf(error);
    return;
  }
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : undefined;
  log().error({ err: error, ...(digest && { digest }) }, "unexpected");
}
