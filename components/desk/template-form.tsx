"use client";

import { useActionState } from "react";
import { discardTemplateButton, keepTemplateForm } from "@/lib/desk/actions";
import type { AnswerTemplate } from "@/lib/desk/schema";
import { declineKinds, kindNames } from "@/lib/ideas/states";
import { type Locale, localeNames, locales } from "@/lib/platform/i18n/locales";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Trash2 } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { Textarea } from "../ui/textarea";

/** Where a template is written, changed or thrown away. */
export function TemplateForm({ template, locale }: { template?: AnswerTemplate; locale: Locale }) {
  const t = useTranslations();
  const [before, post] = useActionState(keepTemplateForm, null);
  const start = (name: string, given: string | null | undefined) => before?.values[name] ?? given ?? "";
  const error = (name: string) => (before?.fields[name] ? { error: before.fields[name] } : {});
  return (
    <div className="space-y-3">
      <form action={post} className="space-y-4" noValidate key={JSON.stringify(before?.values)}>
        <FormRefusal before={before} />
        <input type="hidden" name="templateId" value={template?.id ?? ""} />
        <Field label="desk.templateName" name="name" defaultValue={start("name", template?.name)} {...error("name")} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="desk.templateLanguage"
            name="language"
            defaultValue={start("language", template?.language ?? locale)}
            {...error("language")}
          >
            {locales.map((one) => (
              <option key={one} value={one}>
                {localeNames[one]}
              </option>
            ))}
          </Select>
          <Select label="desk.templateKind" name="kind" defaultValue={start("kind", template?.kind)} {...error("kind")}>
            <option value="">{t("desk.anyAnswer")}</option>
            {declineKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(kindNames[kind] ?? "desk.anyAnswer")}
              </option>
            ))}
          </Select>
        </div>
        <Textarea
          label="desk.templateBody"
          hint="desk.templateHint"
          name="body"
          rows={5}
          defaultValue={start("body", template?.body)}
          {...error("body")}
        />
        <SubmitButton>{t("desk.keepTemplate")}</SubmitButton>
      </form>
      {template && (
        <form action={discardTemplateButton}>
          <input type="hidden" name="templateId" value={template.id} />
          <Button type="submit" variant="ghost" size="small">
            <Trash2 aria-hidden />
            {t("desk.discardTemplate")}
          </Button>
        </form>
      )}
    </div>
  );
}
