import { z } from "zod";
import type { Role } from "../platform/db/generated/enums";
import { locales } from "../platform/i18n/locales";
import { message } from "../platform/parse";
import { typedLine, visible } from "../platform/typed-text";
import { safeReturn } from "./safe-return";

/** Where to go afterwards: a place in this portal, or the start page. */
const next = z
  .string()
  .max(2_000)
  .optional()
  .catch(undefined)
  .transform((path) => safeReturn(path));

/** What a token may be used for; "write" does not imply "read". */
export const scopes = ["read", "write"] as const;

/** One of the things a token may be used for. */
export type Scope = (typeof scopes)[number];

/** The name of a person or of something in the organisation. */
export const properName = typedLine()
  .refine((name) => visible(name) !== "", message("validation.missing"))
  .max(200);

/** An address that may belong to an account. Plain ASCII: look-alike letters are other addresses. */
export const workEmail = z.email(message("access.emailMalformed")).trim().max(254);

/** Somebody one can be in the demo. */
export type DemoPerson = { id: string; name: string; about: string | null; roles: Role[]; department: string | null };

/** Whom to be in the demo. */
export const demoChoice = z.strictObject({ personId: z.uuid(), next });

/** An address to which a link for signing in shall be mailed. */
export const linkRequest = z.strictObject({ email: workEmail, next });

/** A mailed link that somebody opened; `email` is typed in when it was asked for in another browser. */
export const linkUse = z.strictObject({
  token: z.string().min(1).max(100),
  email: typedLine().max(254).optional(),
  next,
});

/** IANA names of all time zones there are. */
export const timeZones = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** What a new portal has to know. */
export const setUpInput = z.strictObject({
  token: z.string().trim().min(1, message("validation.missing")).max(100),
  organisation: properName,
  timeZone: z.enum(timeZones),
  locale: z.enum(locales),
  name: properName,
  email: workEmail,
});

/** How a trip to the identity provider begins: to sign in, or to connect an account there with the one here. */
export const oidcStart = z.object({ next, connect: z.literal("yes").optional().catch(undefined) });

/** What the address of the sign-in page says: where to go afterwards, and why the last attempt was refused. */
export const signInAddress = z.object({ next, refused: z.string().max(100).optional().catch(undefined) });

/** What a mailed link's address says. */
export const linkAddress = z.object({ token: z.string().min(1).max(100), next });

/** What the address that the server printed says. */
export const setUpAddress = z.object({ token: z.string().max(100).optional().catch(undefined) });
