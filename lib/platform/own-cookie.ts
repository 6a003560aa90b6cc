import { env } from "./env";

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");

/** The full name of a cookie of ours; `__Host-` ties it to this host wherever there is TLS. */
export const ownCookie = (name: string): string => `${isSecure() ? "__Host-" : ""}tormenta.${name}`;

/** How browsers keep our cookies: unseen by scripts, and not sent along when another site posts to us. */
export const ownCookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;
