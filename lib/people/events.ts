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
