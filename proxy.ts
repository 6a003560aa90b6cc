import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "./lib/access/path-header";
import { policy } from "./lib/platform/content-policy";

/**
 * Conveniences on the way in and headers on the way out. Never authorization: the doors ask for themselves, and
 * everything holds with this file removed.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isReadable(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  const nonce = randomUUID();
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-request-id", randomUUID());
  // Next finds the nonce in the request's policy and puts it on its own scripts.
  headers.set("content-security-policy", csp);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", csp);
  response.headers.set("x-request-id", headers.get("x-request-id") ?? "");
  return response;
}

/** Whether the address is well-formed. Next fails at a broken one with an error of its own, logged as if it were ours. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const config = { matcher: "/((?!_next/static|icon.svg).*)" };
