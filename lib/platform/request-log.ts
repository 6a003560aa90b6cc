import { readFileSync } from "node:fs";
import { isStatic } from "./answer-head";
import type { Exchange } from "./exchange";
import { log } from "./log";

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What another system may have called the request: only what looks like an id is written down. */
const FOREIGN_ID = /^[\w-]{8,64}$/;

let words: Set<string> | undefined;

/** The words in addresses of ours. Whatever else stands in one, somebody may have typed. */
function ownWords(): Set<string> {
  if (words) return words;
  try {
    const file = `${process.cwd()}/.next/app-path-routes-manifest.json`;
    const routes = Object.values(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8"))) as string[];
    words = new Set(routes.flatMap((route) => route.split("/")).filter((word) => !word.startsWith("[")));
  } catch {
    words = new Set();
  }
  return words;
}

/** An address without its query and without anything that somebody typed. */
const pathOf = (url: string): string =>
  (url.split(/[?#]/, 1)[0] ?? "")
    .split("/")
    .map((part) => (ownWords().has(part) || UUID.test(part) ? part : "*"))
    .join("/")
    .slice(0, 200);

/** Writes down that a request was answered: one line, nothing personal. Files of the build only where all is logged. */
export function logRequest({ request, response, requestId, startedAt, actorId }: Exchange): void {
  const url = request.url ?? "";
  const foreign = request.headers["x-request-id"];
  const line = {
    requestId,
    ...(typeof foreign === "string" && FOREIGN_ID.test(foreign) && { upstreamId: foreign }),
    method: request.method,
    path: pathOf(url),
    status: response.headersSent ? response.statusCode : 0,
    ms: Math.round(performance.now() - startedAt),
    signedIn: actorId !== undefined,
    ...(!response.writableFinished && { cutOff: true }),
  };
  log()[isStatic(url) ? "debug" : "info"](line, "request");
}
