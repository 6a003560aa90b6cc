import type { ReactNode } from "react";
import { KeyRound } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";

/**
 * Leaves for the identity provider. A plain form and no server action: the browser itself has to go there and back.
 *
 * @param isConnecting ties the provider's account to the person who is signed in, instead of signing in with it
 */
export function OidcButton(props: { next: string; isConnecting?: boolean; children: ReactNode }) {
  return (
    <form method="post" action="/api/auth/signin/oidc">
      <input type="hidden" name="next" value={props.next} />
      {props.isConnecting && <input type="hidden" name="connect" value="yes" />}
      <SubmitButton size="large" className="w-full">
        <KeyRound aria-hidden />
        {props.children}
      </SubmitButton>
    </form>
  );
}
