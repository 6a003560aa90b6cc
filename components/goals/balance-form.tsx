"use client";

import { useActionState } from "react";
import { changeBalanceForm } from "@/lib/goals/actions";
import { ambitions, type Balance } from "@/lib/goals/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/** How many of a hundred backed ideas should be usual, moderate and radical. */
export function BalanceForm({ balance, isSaved }: { balance: Balance; isSaved: boolean }) {
  const t = useTranslations();
  const [before, post] = useActionState(changeBalanceForm, null);
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t("goals.balance")}</h2>
      <p className="text-muted text-sm">{t("goals.balanceLead")}</p>
      {isSaved && <Banner tone="success">{t("goals.saved")}</Banner>}
      <form action={post} className="space-y-4" noValidate>
        <FormRefusal before={before} />
        {ambitions.map((ambition) => (
          <Field
            key={ambition}
            label={`goals.ambition_${ambition}`}
            hint={`goals.ambitionHint_${ambition}`}
            name={ambition}
            type="number"
            min={0}
            max={100}
            required
            error={before?.fields[ambition]}
            defaultValue={before?.values[ambition] ?? balance[ambition]}
            className="max-w-24"
          />
        ))}
        <SubmitButton>{t("goals.save")}</SubmitButton>
      </form>
    </Card>
  );
}
