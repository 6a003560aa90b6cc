"use client";

import { MOST_WEIGHT, type Wording } from "@/lib/evaluation/schema";
import { locales } from "@/lib/platform/i18n/locales";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

/** What a criterion counts and how it reads; the reader's language first, the others folded away. */
export function CriterionFields(props: { weight: number; wordings: Wording[]; before: FormState }) {
  const { weight, wordings, before } = props;
  const t = useTranslations();
  const own = useLocale();
  return (
    <>
      <Field
        label="evaluation.weight"
        name="weight"
        type="number"
        min={0}
        max={MOST_WEIGHT}
        required
        error={before?.fields.weight}
        defaultValue={before?.values.weight ?? weight}
        className="max-w-24"
      />
      {locales
        .toSorted((a, b) => Number(b === own) - Number(a === own))
        .map((locale) => {
          const said = wordings.find((wording) => wording.locale === locale);
          const typed = (field: "name" | "help" | "labels") =>
            before?.values[`${field}_${locale}`] ?? (field === "labels" ? said?.labels.join("\n") : said?.[field]);
          const isRefused = ["name", "help", "labels"].some((field) => before?.fields[`${field}_${locale}`]);
          return (
            <details
              key={locale}
              open={locale === own || isRefused}
              className="rounded-control border border-line px-4 py-2"
            >
              <summary className="min-h-6 pointer-coarse:min-h-11 font-medium text-sm">
                {t(`evaluation.in_${locale}`)}
                {said && <span className="ml-2 font-normal text-muted">{said.name}</span>}
              </summary>
              <div lang={locale} className="space-y-3 py-3">
                <Field
                  label="evaluation.name"
                  name={`name_${locale}`}
                  maxLength={80}
                  error={before?.fields[`name_${locale}`]}
                  defaultValue={typed("name")}
                />
                <Textarea
                  label="evaluation.help"
                  name={`help_${locale}`}
                  maxLength={500}
                  rows={2}
                  optional
                  error={before?.fields[`help_${locale}`]}
                  defaultValue={typed("help")}
                  className="min-h-16"
                />
                <Textarea
                  label="evaluation.labels"
                  hint="evaluation.labelsHint"
                  name={`labels_${locale}`}
                  maxLength={600}
                  rows={5}
                  optional
                  error={before?.fields[`labels_${locale}`]}
                  defaultValue={typed("labels")}
                />
              </div>
            </details>
          );
        })}
    </>
  );
}
