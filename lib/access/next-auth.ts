import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { db } from "../platform/db/client";
import { env } from "../platform/env";
import { logSecurity } from "../platform/log";
import { ownCookie, ownCookieOptions } from "../platform/own-cookie";
import { newSecret } from "../platform/secret";
import { admit, type Claims, claims } from "./admit";
import { SESSION_DAYS, sessionCookie, startSession } from "./session";

/** The browser that signs in, and what it brought along. */
export type Visit = { cookies: Record<string, string>; browser: string; connecting?: string | undefined };

/** What next-auth wants done: go there, and keep or forget these cookies. */
export type Step = { location: string | undefined; cookies: string[] };

/** What the browser keeps while it is away at the identity provider. */
export const awayCookies = ["return", "csrf", "pkce", "state", "nonce"] as const;

/** Longer than anybody needs to type a password and find the phone. */
const AWAY_S = 15 * 60;

const withoutSlash = (url: string) => url.replace(/\/$/, "");

/** Whether the provider that signed is the one that was configured: one address may serve many companies. */
const isOurs = ({ iss }: Claims) => withoutSlash(iss) === withoutSlash(env().OIDC_ISSUER ?? "");

/** (issuer, subject) in one text, because next-auth only passes one on. An issuer is an address: it has no blanks. */
const idOf = ({ iss, sub }: Claims) => `${iss} ${sub}`;

function provider(): OAuthConfig<Claims> {
  const { OIDC_ISSUER = "", OIDC_CLIENT_ID = "", OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  return {
    id: "oidc",
    name: OIDC_NAME,
    type: "oauth",
    wellKnown: `${withoutSlash(OIDC_ISSUER)}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    clientId: OIDC_CLIENT_ID,
    ...(OIDC_CLIENT_SECRET
      ? { clientSecret: OIDC_CLIENT_SECRET }
      : { client: { token_endpoint_auth_method: "none" as const } }),
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Some providers put the address only here; what the signed token says comes first.
      async request({ client, tokens }) {
        const signed = (tokens as { claims(): Claims }).claims();
        if (signed.email || !client.issuer.metadata.userinfo_endpoint) return signed;
        const said = await client.userinfo(tokens.access_token ?? "");
        // OpenID Connect Core 5.3.2: an answer about somebody else must not be used.
        if (said.sub !== signed.sub) throw new Error("userinfo speaks of another subject");
        return { ...said, ...signed };
      },
    },
    profile: (said) => {
      const who = claims.parse(said);
      return { id: idOf(who), name: who.name ?? null, email: who.email ?? null };
    },
  };
}

/** next-auth's view of our tables. Who gets in is decided before, by `admit`; and every sign-in gets a new session. */
const adapter = ({ cookies, browser }: Visit): Adapter => ({
  async getUserByAccount({ providerAccountId }) {
    const [issuer = "", subject = ""] = providerAccountId.split(/ (.*)/s);
    const identity = await db.identity.findUnique({ where: { issuer_subject: { issuer, subject } } });
    return identity && { id: identity.personId, email: "", emailVerified: null };
  },
  getSessionAndUser: async () => null,
  async createSession({ sessionToken, userId, expires }) {
    const before = cookies[sessionCookie()];
    await startSession({ personId: userId, by: "oidc", browser, secret: sessionToken, ...(before && { before }) });
    return { sessionToken, userId, expires };
  },
});

function options(visit: Visit): AuthOptions {
  const kept = (name: string) => ({ name: ownCookie(name), options: { ...ownCookieOptions(), maxAge: AWAY_S } });
  const back = visit.connecting ? "/settings" : "/sign-in";
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [provider()],
    adapter: adapter(visit),
    session: { strategy: "database", maxAge: SESSION_DAYS * 24 * 60 * 60, generateSessionToken: newSecret },
    cookies: {
      sessionToken: { name: sessionCookie(), options: ownCookieOptions() },
      callbackUrl: kept("return"),
      csrfToken: kept("csrf"),
      pkceCodeVerifier: kept("pkce"),
      state: kept("state"),
      nonce: kept("nonce"),
    },
    callbacks: {
      async signIn({ profile }) {
        const who = claims.safeParse(profile);
        const isKnown = who.success && isOurs(who.data);
        const admission = isKnown ? await admit(who.data, visit.connecting) : { refused: "failed" };
        if (!("refused" in admission)) return true;
        logSecurity("sign-in failed", admission.refused);
        return `${back}?refused=${admission.refused}`;
      },
    },
    // Its own log would write down what providers answer, with names and addresses in it.
    logger: {
      error: (code) => logSecurity("sign-in failed", code),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/**
 * Asks next-auth as one asks a function: in the form it has for older routes, plain objects go in and out.
 *
 * @param path what follows /api/auth/
 */
export async function askNextAuth(
  visit: Visit,
  path: string[],
  asked: { query?: Record<string, string>; body?: Record<string, string> },
): Promise<Step & { body: unknown }> {
  const headers = new Map<string, unknown>();
  let body: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value),
    json: (data: unknown) => {
      body = data;
    },
    send: (data: unknown) => {
      body = data;
    },
    end: () => undefined,
  };
  const request = {
    method: asked.body ? "POST" : "GET",
    query: { ...asked.query, nextauth: path },
    body: asked.body,
    cookies: visit.cookies,
    headers: {},
  };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options(visit));
  return {
    location: headers.get("location") as string | undefined,
    cookies: (headers.get("set-cookie") as string[] | undefined) ?? [],
    body,
  };
}
