"use client";

import { useActionState } from "react";
import { changeScorecardForm } from "@/lib/evaluation/actions";
import type { ScorecardSettings } from "@/lib/evaluation/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";

/** How many reviewers mark an idea, whether they see the author, and which marks need a note. */
export function ScorecardSettingsForm({ settings }: { settings: ScorecardSettings }) {
  const t = useTranslations();
  const [before, post] = useActionState(changeScorecardForm, null);
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t("evaluation.settingsTitle")}</h2>
      <p className="text-muted text-sm">{t("evaluation.settingsLead")}</p>
      <form action={post} className="space-y-4">
        <FormRefusal before={before} />
        <Field
          label="evaluation.reviewersSetting"
          name="reviewers"
          type="number"
          min={1}
          max={9}
          required
          error={before?.fields.reviewers}
          defaultValue={before?.values.reviewers ?? settings.reviewers}
          className="max-w-24"
        />
        <Select
          label="evaluation.noteFromSetting"
          name="noteFrom"
          defaultValue={before?.values.noteFrom ?? settings.noteFrom}
        >
          {[0, 1, 2, 3, 4].map((mark) => (
            <option key={mark} value={mark}>
              {mark === 0 ? t("evaluation.noteFromNever") : t("evaluation.noteFromMark", { mark })}
            </option>
          ))}
        </Select>
        <Checkbox
          label="evaluation.hidesAuthorSetting"
          hint="evaluation.hidesAuthorHint"
          name="hidesAuthor"
          defaultChecked={settings.hidesAuthor}
        />
        <SubmitButton>{t("evaluation.save")}</SubmitButton>
      </form>
    </Card>
  );
}
