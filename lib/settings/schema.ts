import { z } from "zod";
import { properName, type Scope, scopes } from "../access/schema";
import { optionalId } from "../platform/blank";
import { locales } from "../platform/i18n/locales";
import { themes } from "../platform/theme";

/** One of the portal's languages, chosen by a reader. */
export const localeChoice = z.strictObject({ locale: z.enum(locales) });

/** How a reader wants the portal to look. */
export const themeChoice = z.strictObject({ theme: z.enum(themes) });

/** What a token may be for, as one choice. */
export const tokenUses = ["read", "write", "read,write"] as const;

/** For how many days a token may work; OWASP ASVS 10.3 leaves it open, a year is the longest here. */
export const tokenDays = [7, 30, 90, 365] as const;

/** A token that somebody wants for the own programs. */
export const tokenInput = z
  .strictObject({
    name: properName.max(100),
    use: z.enum(tokenUses),
    days: z.coerce.number().int().min(1).max(365),
  })
  .transform(({ use, ...rest }) => ({ ...rest, scopes: scopes.filter((scope) => use.split(",").includes(scope)) }));

/** Names one of the reader's own tokens. */
export const tokenRef = z.strictObject({ tokenId: z.uuid() });

/** Names one of the reader's own sessions. */
export const sessionRef = z.strictObject({ session: z.base64url().min(1).max(100) });

/** A token as its owner sees it. */
export type Token = { id: string; name: string; scopes: Scope[]; createdAt: Date; expiresAt: Date };

/** A browser in which a person is signed in, by its name if it has a known one. `isHere` marks the one that asks. */
export type OpenSession = { session: string; browser: string; createdAt: Date; lastSeenAt: Date; isHere: boolean };

/** An account at an identity provider that leads to the reader. */
export type Connection = { issuer: string; linkedAt: Date };

/** What the settings tell readers of themselves. */
export type Profile = { name: string; email: string | null; department: string | null; place: string | null };

/** What the organisation is divided into, and what ideas are filed under. */
export const unitKinds = ["department", "place", "category"] as const;

/** One of the kinds of units. */
export type UnitKind = (typeof unitKinds)[number];

/** What places can be. */
export const placeKinds = ["country", "site", "area"] as const;

/** A department, place or category. `depth` says how far down the tree it hangs, from 0. */
export type Unit = { id: string; name: string; depth: number };

/** A new department, place or category. */
export const newUnit = z.strictObject({
  kind: z.enum(unitKinds),
  name: properName,
  parentId: optionalId.default(null),
  placeKind: z.enum(placeKinds).default("site"),
});

/** Another name for a department, place or category. */
export const unitName = z.strictObject({ kind: z.enum(unitKinds), id: z.uuid(), name: properName });
