"use client";

import { useActionState } from "react";
import { setUpForm } from "@/lib/access/actions";
import { localeNames, locales } from "@/lib/platform/i18n/locales";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";

/** Makes an empty portal an organisation's. `start` is what its fields begin with. */
export function SetUpForm(props: {
  start: { token: string; locale: string; timeZone: string };
  timeZones: readonly string[];
}) {
  const { start, timeZones } = props;
  const t = useTranslations();
  const [before, post] = useActionState(setUpForm, null);
  const values: Record<string, string> = { ...start, ...before?.values };
  const tied = (name: string) => ({ name, defaultValue: values[name], error: before?.fields[name] });
  return (
    <form action={post} className="space-y-5">
      <FormRefusal before={before} />
      <Field label="access.setupToken" hint="access.setupTokenHint" required autoComplete="off" {...tied("token")} />
      <Field label="access.organisation" required autoComplete="organization" {...tied("organisation")} />
      {/* The browser resets a list to what it began with after a refusal: a new key begins it with the choice. */}
      <Select key={values.timeZone} label="access.timeZone" hint="access.timeZoneHint" {...tied("timeZone")}>
        {timeZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </Select>
      <Select key={values.locale} label="access.language" hint="access.languageHint" {...tied("locale")}>
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {localeNames[locale]}
          </option>
        ))}
      </Select>
      <Field label="access.yourName" required autoComplete="name" {...tied("name")} />
      <Field label="access.email" required type="email" autoComplete="email" {...tied("email")} />
      <SubmitButton size="large" className="w-full">
        {t("access.setUp")}
      </SubmitButton>
    </form>
  );
}
