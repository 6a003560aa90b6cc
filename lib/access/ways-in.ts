import { env } from "../platform/env";
import type { MessageKey } from "../platform/i18n/messages";
import { canMail } from "../platform/mail";

/** How people can sign in here: the identity provider by its name, and whether links can be mailed. */
export async function waysToSignIn(): Promise<{ oidc: string | null; mail: boolean }> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = env();
  return { oidc: OIDC_ISSUER && OIDC_CLIENT_ID ? OIDC_NAME : null, mail: await canMail() };
}

/** Why the portal itself refused somebody whom the identity provider had let through. */
export const refusals = [
  "suspended",
  "emailUnverified",
  "noAccount",
  "emailTaken",
  "identityTaken",
  "tooMany",
] as const;

/** One of the reasons to refuse somebody. */
export type Refusal = (typeof refusals)[number];

/**
 * What to say about a refused attempt to sign in.
 *
 * @param reason from the address, so anybody may have written it: what is not ours only gets "did not work"
 */
export function refusalText(reason: string | undefined): MessageKey | undefined {
  if (!reason) return undefined;
  const known = refusals.find((refusal) => refusal === reason);
  return known ? `access.refused_${known}` : "access.signInFailed";
}
