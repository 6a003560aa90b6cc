import { z } from "zod";
import type { Role } from "../platform/db/generated/enums";
import { safeReturn } from "./safe-return";

/** Where to go afterwards: a place in this portal, or the start page. */
const next = z
  .string()
  .optional()
  .catch(undefined)
  .transform((path) => safeReturn(path));

/** Somebody one can be in the demo. */
export type DemoPerson = { id: string; name: string; roles: Role[]; department: string | null };

/** Whom to be in the demo. */
export const demoChoice = z.strictObject({ personId: z.uuid(), next });

/** An address to which a link for signing in shall be mailed. Plain ASCII: look-alike letters are other addresses. */
export const linkRequest = z.strictObject({ email: z.email().trim().max(254), next });

/** A mailed link that somebody opened; `email` is typed in when it was asked for in another browser. */
export const linkUse = z.strictObject({
  token: z.string().min(1).max(100),
  email: z.string().trim().max(254).optional(),
  next,
});

/** How a trip to the identity provider begins: to sign in, or to connect an account there with the one here. */
export const oidcStart = z.object({ next, connect: z.literal("yes").optional().catch(undefined) });

/** What the address of the sign-in page says: where to go afterwards, and why the last attempt was refused. */
export const signInAddress = z.object({ next, refused: z.string().optional().catch(undefined) });

/** What a mailed link's address says. */
export const linkAddress = z.object({ token: z.string().min(1).max(100), next });
