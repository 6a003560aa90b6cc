import { z } from "zod";
import { env } from "../platform/env";
import { Failure } from "../platform/errors";
import { escapeHtml } from "../platform/escape-html";
import { localeFromHeader } from "../platform/i18n/locales";
import { translator } from "../platform/i18n/translate";
import { ownCookie, ownCookieOptions } from "../platform/own-cookie";
import { countForNetwork } from "../platform/rate-limit";
import { hashOf, isSame } from "../platform/secret";
import { askNextAuth, awayCookies, type Step, type Visit } from "./next-auth";
import { requireSameOrigin } from "./origin";
import { refusalOf, statusOf } from "./refusal";
import { oidcStart } from "./schema";
import { actorOfSession, sessionCookie } from "./session";
import { waysToSignIn } from "./ways-in";

const connectCookie = () => ownCookie("connect");

/** What marks a trip as begun in the settings of this very session: nobody else can make the browser say so. */
const markOf = (sessionSecret: string) => hashOf(`connecting: ${sessionSecret}`);

/** A cookie as a header writes it. Names and values of ours need no escaping. */
function setCookie(name: string, value: string): string {
  const { secure } = ownCookieOptions();
  const age = value ? "" : "; Max-Age=0";
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}${age}`;
}

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(/; */).map((pair) => pair.split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, unescaped(value)]));
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Whoever began this trip in their settings, if they still are signed in. */
async function connecting(
  cookies: Record<string, string>,
): Promise<{ wanted: boolean; personId?: string | undefined }> {
  const [mark, secret] = [cookies[connectCookie()], cookies[sessionCookie()]];
  if (!mark) return { wanted: false };
  if (!secret || !isSame(mark, markOf(secret))) return { wanted: true };
  return { wanted: true, personId: (await actorOfSession(secret, "en"))?.id };
}

function leadingTo(location: string, cookies: string[]): Response {
  const headers = new Headers({ location, "cache-control": "private, no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * A page that goes on to the identity provider by itself. Answering the form with a redirect would not do: our policy
 * lets forms only lead to ourselves, and browsers apply it to redirects as well.
 */
function leavingFor(location: string, cookies: string[], request: Request): Response {
  const locale = localeFromHeader(request.headers.get("accept-language"));
  const to = escapeHtml(location);
  const text = escapeHtml(translator(locale)("access.leaving", { name: env().OIDC_NAME }));
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>Tormenta</title>
<meta http-equiv="refresh" content="0;url=${to}"></head><body><p><a href="${to}">${text}</a></p></body></html>`;
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(html, { headers });
}

/** Where next-auth leads, unless to its own pages, which we do not show: there it only tells of failures. */
function onwards({ location }: Step): string | undefined {
  if (!location) return undefined;
  const { origin } = new URL(env().NEXTAUTH_URL);
  return new URL(location, origin).href.startsWith(`${origin}/api/auth/`) ? undefined : location;
}

/** Cookies that one answer set, as the next request would bring them along. */
const broughtBack = ({ cookies }: Step): Record<string, string> =>
  Object.fromEntries(
    cookies.map((cookie) => {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      return [name, unescaped(value)];
    }),
  );

/**
 * Sends the browser to the identity provider, to sign in or, from the settings, to connect an account there.
 * Answers 404 where none is configured, 403 when another site asked for it.
 */
export async function startOidc(request: Request): Promise<Response> {
  if (!(await waysToSignIn()).oidc) return new Response(null, { status: 404 });
  try {
    requireSameOrigin(request.headers);
    await countForNetwork("signIns");
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal instanceof Failure && refusal.code === "too_many") return leadingTo("/sign-in?refused=tooMany", []);
    return new Response(null, { status: refusal instanceof Failure ? statusOf[refusal.code] : 503 });
  }
  const { next, connect } = oidcStart.parse(Object.fromEntries(await request.formData()));
  const cookies = cookiesOf(request);
  const session = cookies[sessionCookie()];
  const visit: Visit = { cookies, browser: "" };

  const csrf = await askNextAuth(visit, ["csrf"], {});
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf.body);
  const step = await askNextAuth({ ...visit, cookies: { ...cookies, ...broughtBack(csrf) } }, ["signin", "oidc"], {
    body: { csrfToken, callbackUrl: new URL(next, env().NEXTAUTH_URL).href },
  });
  const away = onwards(step);
  if (!away) return leadingTo(`${connect ? "/settings" : "/sign-in"}?refused=failed`, []);
  const mark = setCookie(connectCookie(), connect && session ? markOf(session) : "");
  return leavingFor(away, [...step.cookies, mark], request);
}

/** Takes the browser back from the identity provider: signed in and where it wanted to go, or told why not. */
export async function finishOidc(request: Request): Promise<Response> {
  if (!(await waysToSignIn()).oidc) return new Response(null, { status: 404 });
  const cookies = cookiesOf(request);
  const forgotten = [...awayCookies.map(ownCookie), connectCookie()].map((name) => setCookie(name, ""));
  const { wanted, personId } = await connecting(cookies);
  // Whoever began to connect an account and was signed out meanwhile must not be signed in as somebody else instead.
  if (wanted && !personId) return leadingTo("/sign-in?refused=failed", forgotten);

  const browser = request.headers.get("user-agent") ?? "";
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const step = await askNextAuth({ cookies, browser, connecting: personId }, ["callback", "oidc"], { query });
  const location = onwards(step) ?? `${personId ? "/settings" : "/sign-in"}?refused=failed`;
  const session = step.cookies.filter((cookie) => cookie.startsWith(`${sessionCookie()}=`));
  return leadingTo(location, [...session, ...forgotten]);
}
