import { Failure } from "../platform/errors";
import type { Actor } from "./actor";
import { type Permission, rules } from "./rules";

/** What a rule must be shown besides the actor: nothing, or the thing it is about. */
type Subject<P extends Permission> = Parameters<(typeof rules)[P]> extends [Actor, infer S] ? [subject: S] : [];

/** Whether `actor` may do this; for pages, to show or hide it. */
export function can<P extends Permission>(actor: Actor, permission: P, ...subject: Subject<P>): boolean {
  const rule = rules[permission] as (actor: Actor, ...subject: Subject<P>) => boolean;
  return rule(actor, ...subject);
}

/**
 * Goes on only if `actor` may do this; for commands and queries.
 *
 * @throws Failure `forbidden`
 */
export function authorize<P extends Permission>(actor: Actor, permission: P, ...subject: Subject<P>): void {
  if (!can(actor, permission, ...subject)) throw new Failure("forbidden", "access.forbidden");
}
