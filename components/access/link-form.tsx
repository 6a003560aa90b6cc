"use client";

import { useActionState } from "react";
import { requestLinkForm } from "@/lib/access/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/** Asks for a link by mail with which one signs in. */
export function LinkForm({ next }: { next: string }) {
  const t = useTranslations();
  const [before, post] = useActionState(requestLinkForm, null);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="next" value={next} />
      <Field
        label="access.email"
        hint="access.mailHint"
        error={before?.fields.email}
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={before?.values.email}
      />
      <SubmitButton variant="secondary" className="w-full">
        {t("access.mailMeALink")}
      </SubmitButton>
    </form>
  );
}
