"use client";

import { useActionState } from "react";
import { signInByLinkForm } from "@/lib/access/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/**
 * Spends a mailed link. A button, because programs that look into mails follow links but press no buttons.
 *
 * @param isOwn whether this browser asked for the link; otherwise the address has to be typed
 */
export function ConfirmForm({ token, next, isOwn }: { token: string; next: string; isOwn: boolean }) {
  const t = useTranslations();
  const [before, post] = useActionState(signInByLinkForm, null);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      {!isOwn && (
        <Field
          label="access.email"
          hint="access.confirmElsewhere"
          error={before?.fields.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={before?.values.email}
        />
      )}
      <SubmitButton size="large" className="w-full">
        {t("access.signIn")}
      </SubmitButton>
    </form>
  );
}
