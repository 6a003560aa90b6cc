import { z } from "zod";
import { defineEvent } from "../platform/events";

const roleNames = z.array(z.string());

/** An administrator gave somebody an account. */
export const personAdded = defineEvent({
  type: "person.added",
  payload: z.object({ roles: roleNames }),
  webhook: true,
});

/** An administrator changed what is known of somebody. Only what kind of thing: the log keeps no personal data. */
export const personChanged = defineEvent({
  type: "person.changed",
  payload: z.object({ fields: z.array(z.string()) }),
  webhook: false,
});

/** Somebody may do other things than before. */
export const personRolesChanged = defineEvent({
  type: "person.rolesChanged",
  payload: z.object({ from: roleNames, to: roleNames }),
  webhook: true,
});

/** Somebody can no longer sign in, was signed out everywhere, and lost all tokens. */
export const personSuspended = defineEvent({
  type: "person.suspended",
  payload: z.object({ sessions: z.number(), tokens: z.number() }),
  webhook: true,
});

/** Somebody can sign in again. */
export const personReactivated = defineEvent({ type: "person.reactivated", payload: z.object({}), webhook: true });

const named = z.object({ name: z.string() });

/** The organisation has one more level. */
export const levelAdded = defineEvent({ type: "level.added", payload: named, webhook: false });

/** A level is called something else. */
export const levelRenamed = defineEvent({
  type: "level.renamed",
  payload: z.object({ from: z.string(), to: z.string() }),
  webhook: false,
});

/** A level stands one step higher. */
export const levelRaised = defineEvent({ type: "level.raised", payload: named, webhook: false });

/** There is a level no more. */
export const levelRemoved = defineEvent({ type: "level.removed", payload: named, webhook: false });
