"use client";

import { stateRateForm } from "@/lib/delivery/actions";
import { chooseCurrencyForm } from "@/lib/insights/actions";
import { currencies } from "@/lib/platform/currencies";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { useKeptForm } from "./use-kept-form";

const codes = currencies.map((code) => <option key={code}>{code}</option>);

/** States what a currency was worth in a year. */
export function RateForm({ start }: { start: { currency: string; year: number } }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(stateRateForm, { ...start, year: String(start.year) });
  return (
    <form action={post} className="space-y-4 border-line border-t pt-4">
      <FormRefusal before={before} />
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <Select label="delivery.currency" {...tied("currency")}>
          {codes}
        </Select>
        <Field label="delivery.year" type="number" min={2000} max={2199} required {...tied("year")} />
        <Field label="delivery.rate" inputMode="decimal" autoComplete="off" required maxLength={24} {...tied("rate")} />
      </div>
      <Field label="delivery.source" hint="delivery.sourceHint" required maxLength={300} {...tied("source")} />
      <SubmitButton variant="secondary">{t("delivery.stateRate")}</SubmitButton>
    </form>
  );
}

/** Has the organisation count in another currency. */
export function CurrencyForm({ currency }: { currency: string }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(chooseCurrencyForm, { currency });
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <Select label="delivery.currency" {...tied("currency")}>
        {codes}
      </Select>
      <SubmitButton variant="secondary">{t("delivery.chooseCurrency")}</SubmitButton>
    </form>
  );
}
