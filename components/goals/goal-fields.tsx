"use client";

import type { GoalWording } from "@/lib/goals/schema";
import { locales } from "@/lib/platform/i18n/locales";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

/** How a goal reads; the reader's language first, the others folded away. */
export function GoalFields({ wordings, before }: { wordings: GoalWording[]; before: FormState }) {
  const t = useTranslations();
  const own = useLocale();
  return locales
    .toSorted((a, b) => Number(b === own) - Number(a === own))
    .map((locale) => {
      const said = wordings.find((wording) => wording.locale === locale);
      const isRefused = before?.fields[`name_${locale}`] || before?.fields[`about_${locale}`];
      return (
        <details
          key={locale}
          open={locale === own || Boolean(isRefused)}
          className="rounded-control border border-line px-4 py-2"
        >
          <summary className="min-h-6 pointer-coarse:min-h-11 font-medium text-sm">
            {t(`goals.in_${locale}`)}
            {said && <span className="ml-2 font-normal text-muted">{said.name}</span>}
          </summary>
          <div lang={locale} className="space-y-3 py-3">
            <Field
              label="goals.name"
              name={`name_${locale}`}
              maxLength={80}
              error={before?.fields[`name_${locale}`]}
              defaultValue={before?.values[`name_${locale}`] ?? said?.name}
            />
            <Textarea
              label="goals.about"
              name={`about_${locale}`}
              maxLength={500}
              rows={2}
              optional
              error={before?.fields[`about_${locale}`]}
              defaultValue={before?.values[`about_${locale}`] ?? said?.about}
              className="min-h-16"
            />
          </div>
        </details>
      );
    });
}
