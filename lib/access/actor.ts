import type { Role } from "../platform/db/generated/enums";
import type { Via } from "../platform/events";
import type { Locale } from "../platform/i18n/locales";

declare const minted: unique symbol;

/**
 * Somebody who has proved who they are. Every read and write takes one first.
 *
 * Only `lib/access` can make one, so code that forgot to ask does not compile.
 */
export type Actor = {
  readonly [minted]: true;
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  readonly departmentId: string | null;
  readonly locale: Locale;
  /** IANA name of the organisation's time zone: dates are shown as seen there. */
  readonly timeZone: string;
  /** The door they came through. */
  readonly via: Via;
};

/** What is known of somebody before they are an actor. */
export type Proof = Omit<Actor, typeof minted | "roles"> & { roles: Iterable<Role> };

/** Makes an actor. Only sessions, API tokens and the worker may call this; a test keeps it so. */
export const mint = (proof: Proof): Actor => ({ ...proof, roles: new Set(proof.roles) }) as unknown as Actor;
