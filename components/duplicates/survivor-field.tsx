"use client";

import { useId } from "react";
import type { Idea } from "@/lib/ideas/schema";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { StatusBadge } from "../ideas/status-badge";
import { Field } from "../ui/field";
import { FormProblem } from "../ui/form-problem";

/** An idea that may stay for another one. */
export type Survivor = Pick<Idea, "id" | "title" | "status" | "language">;

type Errors = Record<string, string | undefined>;

/**
 * Which idea stays: one of those that are most like it, or any other by the address of its page.
 *
 * @param startOf what was chosen or typed before, by field
 */
export function SurvivorField(props: { likely: Survivor[]; startOf: (name: string) => string; errors: Errors }) {
  const { likely, startOf, errors } = props;
  const t = useTranslations();
  const locale = useLocale();
  const legend = useId();
  return (
    <div className="space-y-4">
      {likely.length > 0 && (
        <fieldset aria-labelledby={legend} className="min-w-0">
          <p id={legend} className="mb-1.5 font-medium text-sm">
            {t("duplicates.survivor")}
          </p>
          <div className="divide-y divide-line rounded-control border border-line">
            {likely.map(({ id, title, status, language }) => (
              <label
                key={id}
                className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 text-sm hover:bg-sunken"
              >
                <input
                  type="radio"
                  name="survivorId"
                  value={id}
                  defaultChecked={startOf("survivorId") === id}
                  className="mt-0.5 size-4.5 shrink-0 accent-accent"
                />
                <span lang={language === locale ? undefined : language} className="min-w-0 flex-1 wrap-anywhere">
                  {title}
                </span>
                <StatusBadge status={status} t={t} />
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {errors.survivorId && <FormProblem error={errors.survivorId} />}
      <Field
        label={likely.length > 0 ? "duplicates.orLink" : "duplicates.link"}
        hint="duplicates.linkHint"
        name="link"
        inputMode="url"
        defaultValue={startOf("link")}
        {...(likely.length > 0 && { optional: true })}
        {...(errors.link && { error: errors.link })}
      />
    </div>
  );
}
