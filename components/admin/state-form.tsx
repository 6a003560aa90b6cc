"use client";

import { useActionState } from "react";
import { wordStateForm } from "@/lib/ideas/actions";
import type { StateWords } from "@/lib/ideas/schema";
import { stateTones } from "@/lib/ideas/states";
import { locales } from "@/lib/platform/i18n/locales";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Badge } from "../ui/badge";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/** Names a state in each language, and chooses its colour. */
export function StateForm({ state: { status, own, usual, tone } }: { state: StateWords }) {
  const t = useTranslations();
  const [before, post] = useActionState(wordStateForm, null);
  const chosen = before?.values.tone ?? tone;
  return (
    <form action={post} className="space-y-5">
      <FormRefusal before={before} />
      <input type="hidden" name="status" value={status} />
      <fieldset className="space-y-3">
        <legend className="font-medium text-sm">{t("settings.stateNames")}</legend>
        <p className="text-muted text-sm">{t("settings.stateNamesLead")}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {locales.map((locale) => (
            <Field
              key={locale}
              label={`settings.stateNameIn_${locale}`}
              name={locale}
              lang={locale}
              maxLength={40}
              placeholder={usual[locale]}
              error={before?.fields[locale]}
              defaultValue={before?.values[locale] ?? own[locale]}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium text-sm">{t("settings.stateTone")}</legend>
        <div className="flex flex-wrap gap-2">
          {stateTones.map((one) => (
            <label
              key={one}
              className="inline-flex min-h-compact cursor-pointer items-center gap-2 rounded-full border border-line px-3 text-sm transition-colors hover:bg-sunken has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="tone"
                value={one}
                defaultChecked={one === chosen}
                className="size-4 accent-accent outline-none"
              />
              <Badge tone={one}>{t(`settings.tone_${one}`)}</Badge>
            </label>
          ))}
        </div>
      </fieldset>
      <SubmitButton>{t("settings.stateSave")}</SubmitButton>
    </form>
  );
}
