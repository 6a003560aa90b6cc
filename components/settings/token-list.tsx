import type { Voice } from "@/lib/platform/i18n/translate";
import { revokeTokenButton } from "@/lib/settings/actions";
import type { Token } from "@/lib/settings/schema";
import { Badge } from "../ui/badge";
import { SubmitButton } from "../ui/submit-button";

/** The reader's tokens that still work. */
export function TokenList(props: { tokens: Token[] } & Omit<Voice, "now">) {
  const { tokens, t, format } = props;
  if (tokens.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {tokens.map(({ id, name, scopes, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
              {name}
              {scopes.map((scope) => (
                <Badge key={scope}>{t(`settings.scope_${scope}`)}</Badge>
              ))}
            </p>
            <p className="text-muted text-sm">
              {t("settings.tokenUntil", { day: format.dateTime(expiresAt, { dateStyle: "long" }) })}
            </p>
          </div>
          <form action={revokeTokenButton}>
            <input type="hidden" name="tokenId" value={id} />
            <SubmitButton variant="secondary" size="small" aria-label={t("settings.revokeNamed", { name })}>
              {t("settings.revoke")}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
