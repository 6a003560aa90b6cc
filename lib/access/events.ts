import { z } from "zod";
import { defineEvent } from "../platform/events";

/** The ways in which somebody can prove who they are. */
const waysIn = ["oidc", "mail", "demo", "setup"] as const;

/** One of the ways to sign in. */
export type WayIn = (typeof waysIn)[number];

/** Somebody signed in. */
export const personSignedIn = defineEvent({
  type: "person.signedIn",
  payload: z.object({ by: z.enum(waysIn) }),
  webhook: false,
});

/** This portal began to belong to an organisation; the subject is its first administrator. */
export const organisationSetUp = defineEvent({
  type: "organisation.setUp",
  payload: z.object({ organisation: z.string() }),
  webhook: false,
});

/** Somebody got an account by signing in for the first time. */
export const personJoined = defineEvent({
  type: "person.joined",
  payload: z.object({ issuer: z.string() }),
  webhook: true,
});

/** From now on somebody can sign in with an account of an identity provider. */
export const identityConnected = defineEvent({
  type: "identity.connected",
  payload: z.object({ issuer: z.string() }),
  webhook: false,
});

/** Somebody may from now on use the API with a new token. The subject is its owner. */
export const tokenCreated = defineEvent({
  type: "token.created",
  payload: z.object({ name: z.string(), scopes: z.array(z.string()), expiresAt: z.iso.datetime() }),
  webhook: false,
});

/** A token is worthless from now on. The subject is its owner. */
export const tokenRevoked = defineEvent({
  type: "token.revoked",
  payload: z.object({ name: z.string() }),
  webhook: false,
});

/** Browsers were signed out from elsewhere. The subject is the person who was signed in there. */
export const sessionsEnded = defineEvent({
  type: "session.ended",
  payload: z.object({ sessions: z.number() }),
  webhook: false,
});
