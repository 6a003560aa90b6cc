import type { Exchange } from "./exchange";

/** What every answer says, whoever wrote it: a page, a file, an error of Next's own. */
export const standingHeaders = Object.entries({
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
});

/** For HTML that came without a policy, such as an error of Next's own: it may show text, and nothing else. */
const NOTHING_BUT_TEXT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Files of the build, which are the same for everybody. */
export const isStatic = (url: string): boolean =>
  /^\/(_next\/static\/|icon\.svg|favicon\.ico|api\/v1\/openapi\.json$)/.test(url);

/** Ways to ask for a page; Next takes all others for GET, and fails at TRACE. */
const pageMethods = new Set(["GET", "HEAD", "POST"]);

/** What Next takes of a posted form at most; it answers more than that with an error of its own. */
export const LONGEST_POST = 1_048_576;

/** Whether an address is well-formed. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The status that says what happened. Next calls it a failure of the server when a form that is posted to a page cannot
 * be read, is too long or comes from elsewhere: it never reached a door of ours, so nothing was done, and it is the
 * sender's mistake.
 */
function honestStatus(status: number, { request, path, atDoor, unreadable }: Exchange): number {
  const isPage = !path.startsWith("/api/");
  if (isPage && !pageMethods.has(request.method ?? "")) return 405;
  if (status !== 500 || atDoor) return status;
  if (!isReadable(path)) return 400;
  if (request.method !== "POST" || !isPage) return status;
  const origin = request.headers.origin;
  if (unreadable === 413 || Number(request.headers["content-length"]) > LONGEST_POST) return 413;
  return origin && URL.parse(origin)?.host !== request.headers.host ? 403 : 400;
}

/**
 * Has the last word on the head of an answer, at the moment it is sent: nothing that could be personal is kept by
 * anybody, and no HTML goes out without a policy.
 */
export function settleHead(exchange: Exchange): void {
  const { request, response } = exchange;
  const writeHead = response.writeHead;
  response.writeHead = function settled(this: unknown, status: number, ...rest: unknown[]) {
    response.writeHead = writeHead;
    if (!isStatic(request.url ?? "") && !/private.*no-store/.test(String(response.getHeader("cache-control")))) {
      response.setHeader("cache-control", "private, no-store");
    }
    const isHtml = String(response.getHeader("content-type")).startsWith("text/html");
    if (isHtml && !response.hasHeader("content-security-policy")) {
      response.setHeader("content-security-policy", NOTHING_BUT_TEXT);
    }
    return writeHead.call(response, honestStatus(status, exchange), ...(rest as []));
  } as typeof response.writeHead;
}
