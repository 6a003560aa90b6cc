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
