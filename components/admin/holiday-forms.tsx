"use client";

import { useActionState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { addHolidayForm, addHolidaysForm } from "@/lib/settings/actions";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";
import { Textarea } from "../ui/textarea";

/** Adds a holiday, or many that were pasted. */
export function HolidayForms() {
  return (
    <div className="space-y-3 border-line border-t pt-4">
      <One />
      <Several />
    </div>
  );
}

function One() {
  const t = useTranslations();
  const [before, post] = useActionState(addHolidayForm, null);
  const tied = (name: string) => ({ name, defaultValue: before?.values[name], error: before?.fields[name] });
  return (
    <form action={post} className="space-y-3">
      <FormRefusal before={before} />
      <div className="grid items-start gap-3 sm:grid-cols-[11rem_1fr]">
        <Field label="calendar.day" type="date" required min="2000-01-01" max="2100-12-31" {...tied("day")} />
        <Field label="calendar.holidayName" required maxLength={200} {...tied("name")} />
      </div>
      <SubmitButton variant="secondary">{t("calendar.addHoliday")}</SubmitButton>
    </form>
  );
}

function Several() {
  const t = useTranslations();
  const [before, post] = useActionState(addHolidaysForm, null);
  return (
    <details open={Boolean(before)}>
      <summary className="cursor-pointer py-2 font-medium text-sm">{t("calendar.paste")}</summary>
      <form action={post} className="space-y-3 pt-2">
        <FormRefusal before={before} />
        <Textarea
          label="calendar.lines"
          hint="calendar.linesHint"
          name="lines"
          required
          maxLength={20_000}
          error={before?.fields.lines}
          defaultValue={before?.values.lines}
        />
        <SubmitButton variant="secondary">{t("calendar.pasteHolidays")}</SubmitButton>
      </form>
    </details>
  );
}
