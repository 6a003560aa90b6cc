import pino from "pino";
import { env } from "./env";
import { describeError } from "./error-text";
import { exchange } from "./exchange";

let logger: pino.Logger | undefined;

/**
 * The server's log: one JSON object a line, with the request it belongs to. Never put personal data or anything that
 * people wrote into it.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: describeError },
    mixin: () => {
      const requestId = exchange()?.requestId;
      return requestId ? { requestId } : {};
    },
  });
  return logger;
}

/** What those who watch over a portal want to hear of. */
export type SecurityEvent = "denied" | "sign-in failed" | "token refused" | "too many";

/** Writes down that somebody was kept out. Ids only; the request's own line says what was asked for. */
export function logSecurity(event: SecurityEvent, why: string): void {
  const actorId = exchange()?.actorId;
  log().warn({ security: event, why, ...(actorId && { actorId }) }, "security");
}
