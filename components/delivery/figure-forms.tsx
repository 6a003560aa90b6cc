"use client";

import { stateForecastForm, stateOutcomeForm } from "@/lib/delivery/actions";
import { type BenefitKind, benefitNames, moneyKinds, otherKinds } from "@/lib/delivery/kinds";
import { currencies } from "@/lib/platform/currencies";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { Textarea } from "../ui/textarea";
import { useKeptForm } from "./use-kept-form";

type Stating = { deliveryId: string; year: number; currency: string };
type Tied = ReturnType<typeof useKeptForm>["tied"];

function Measured({ kinds, tied }: { kinds: readonly BenefitKind[]; tied: Tied }) {
  const t = useTranslations();
  const isMoney = kinds === moneyKinds;
  return (
    <>
      <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-3">
        <Field label="delivery.year" type="number" min={2000} max={2199} required {...tied("year")} />
        <Select label="delivery.kind" {...tied("kind")}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(benefitNames[kind])}
            </option>
          ))}
        </Select>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3">
        <Field
          label={isMoney ? "delivery.amount" : "delivery.number"}
          inputMode="decimal"
          autoComplete="off"
          required
          maxLength={24}
          {...tied("amount")}
        />
        {isMoney ? (
          <Select label="delivery.currency" {...tied("currency")}>
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        ) : (
          <Field label="delivery.unit" required maxLength={60} {...tied("unit")} />
        )}
      </div>
    </>
  );
}

function ForecastForm({ of, kinds }: { of: Stating; kinds: readonly BenefitKind[] }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(stateForecastForm, { year: String(of.year), currency: of.currency });
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={of.deliveryId} />
      <Measured kinds={kinds} tied={tied} />
      <Textarea label="delivery.note" hint="delivery.noteHint" optional rows={3} maxLength={2_000} {...tied("note")} />
      <SubmitButton variant="secondary">{t("delivery.stateForecast")}</SubmitButton>
    </form>
  );
}

function OutcomeForm({ of, kinds }: { of: Stating; kinds: readonly BenefitKind[] }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(stateOutcomeForm, { year: String(of.year), currency: of.currency });
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={of.deliveryId} />
      <Measured kinds={kinds} tied={tied} />
      <Textarea
        label="delivery.evidence"
        hint="delivery.evidenceHint"
        required
        rows={3}
        maxLength={2_000}
        {...tied("evidence")}
      />
      <p className="text-muted text-sm">{t("delivery.outcomeAgain")}</p>
      <SubmitButton variant="secondary">{t("delivery.stateOutcome")}</SubmitButton>
    </form>
  );
}

function Both({ form: Form, of }: { form: typeof ForecastForm; of: Stating }) {
  const t = useTranslations();
  return (
    <div className="space-y-4">
      <Form of={of} kinds={moneyKinds} />
      <details className="border-line border-t pt-3">
        <summary className="cursor-pointer py-2 font-medium text-sm">{t("delivery.otherThanMoney")}</summary>
        <div className="pt-2">
          <Form of={of} kinds={otherKinds} />
        </div>
      </details>
    </div>
  );
}

/** Says what a delivery is expected to bring in a year, in money or else. */
export const ForecastForms = (of: Stating) => <Both form={ForecastForm} of={of} />;

/** Says what came of a delivery in a year, in money or else, and what shows it. */
export const OutcomeForms = (of: Stating) => <Both form={OutcomeForm} of={of} />;
