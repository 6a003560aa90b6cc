import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { requireSameOrigin } from "./lib/access/origin";
import { pathHeader } from "./lib/access/path-header";
import { LONGEST_POST, pageMethods } from "./lib/platform/answer-head";
import { policy } from "./lib/platform/content-policy";
import { localeFromHeader } from "./lib/platform/i18n/locales";
import { translator } from "./lib/platform/i18n/translate";

/**
 * Conveniences on the way in and headers on the way out. Never authorization: the doors ask for themselves, and
 * everything holds with this file removed.
 */
export function proxy(request: NextRequest): NextResponse {
  const refusal = refusalOf(request);
  if (refusal) return refusal;
  const nonce = randomUUID();
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  // Next finds the nonce in the request's policy and puts it on its own scripts.
  headers.set("content-security-policy", csp);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", csp);
  return response;
}

/** Says clearly what would otherwise fail in Next, as an error that looks like ours. */
function refusalOf({ nextUrl, method, headers }: NextRequest): NextResponse | undefined {
  if (!isReadable(nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  if (nextUrl.pathname.startsWith("/api/")) return undefined;
  const t = translator(localeFromHeader(headers.get("accept-language")));
  if (!pageMethods.has(method)) return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD, POST" } });
  if (method !== "POST") return undefined;
  if (Number(headers.get("content-length")) > LONGEST_POST) return text(413, t("validation.tooLong"));
  return isOurs(headers) ? undefined : text(403, t("access.foreignOrigin"));
}

const text = (status: number, body: string) =>
  new NextResponse(body, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

/** Whether the address is well-formed. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isOurs(headers: Headers): boolean {
  try {
    requireSameOrigin(headers);
    return true;
  } catch {
    return false;
  }
}

export const config = { matcher: "/((?!_next/static|icon.svg).*)" };
