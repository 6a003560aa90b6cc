import pino from "pino";
import { env } from "./env";

let logger: pino.Logger | undefined;

/** The server's log: one JSON object a line. Never put personal data or anything that people wrote into it. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return logger;
}
