import { type NextRequest, NextResponse } from "next/server";
import { requireSameOrigin } from "./lib/access/origin";
import { LONGEST_POST } from "./lib/platform/answer-head";
import { localeFromHeader } from "./lib/platform/i18n/locales";
import { translator } from "./lib/platform/i18n/translate";

/**
 * Says clearly, and in the reader's language, what would otherwise fail in Next. Never authorization: the doors ask for
 * themselves, and everything holds with this file removed. It only sees what is posted to pages, because it costs every
 * request that it sees as much as a small query. What a mail program posts to end mails comes from elsewhere by design.
 */
export function proxy({ method, headers }: NextRequest): NextResponse {
  if (method !== "POST") return NextResponse.next();
  const t = translator(localeFromHeader(headers.get("accept-language")));
  if (Number(headers.get("content-length")) > LONGEST_POST) return text(413, t("validation.tooLong"));
  return isOurs(headers) ? NextResponse.next() : text(403, t("access.foreignOrigin"));
}

const text = (status: number, body: string) =>
  new NextResponse(body, { status, headers: { "content-type": "text/plain; charset=utf-8" } });

function isOurs(headers: Headers): boolean {
  try {
    requireSameOrigin(headers);
    return true;
  } catch {
    return false;
  }
}

// Next reads this without running it, so it is written out.
export const config = {
  matcher: [
    {
      source: "/((?!api/|impressions$|unsubscribe/|_next/static|icon.svg).*)",
      has: [{ type: "header", key: "content-length" }],
    },
    {
      source: "/((?!api/|impressions$|unsubscribe/|_next/static|icon.svg).*)",
      has: [{ type: "header", key: "transfer-encoding" }],
    },
  ],
};
