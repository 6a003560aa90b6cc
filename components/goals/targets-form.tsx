"use client";

import { useActionState } from "react";
import { changeTargetsForm } from "@/lib/insights/actions";
import { type Targets, targetFigures } from "@/lib/insights/schema";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/** What the organisation wants of the five figures that its leaders see. */
export function TargetsForm({ targets, isSaved }: { targets: Targets & { currency: string }; isSaved: boolean }) {
  const t = useTranslations();
  const format = new Intl.NumberFormat(useLocale(), { useGrouping: false, maximumFractionDigits: 20 });
  const written = (target: number | null | undefined) => (typeof target === "number" ? format.format(target) : "");
  const [before, post] = useActionState(changeTargetsForm, null);
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t("goals.targets")}</h2>
      <p className="text-muted text-sm">{t("goals.targetsLead", { currency: targets.currency })}</p>
      {isSaved && <Banner tone="success">{t("goals.saved")}</Banner>}
      <form action={post} className="space-y-4" noValidate>
        <FormRefusal before={before} />
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {targetFigures.map((figure) => (
            <Field
              key={figure}
              label={`goals.target_${figure}`}
              hint={`goals.targetHint_${figure}`}
              name={figure}
              inputMode="decimal"
              maxLength={12}
              optional
              error={before?.fields[figure]}
              defaultValue={before?.values[figure] ?? written(targets[figure])}
              className="max-w-40"
            />
          ))}
        </div>
        <SubmitButton>{t("goals.save")}</SubmitButton>
      </form>
    </Card>
  );
}
