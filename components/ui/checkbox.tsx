"use client";

import { type ComponentProps, useId } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FieldTexts } from "./field-frame";

/** A yes or no with its label beside it, hint and error below. */
export function Checkbox({
  label,
  hint,
  error,
  id: givenId,
  ...rest
}: Omit<FieldTexts, "optional"> & ComponentProps<"input">) {
  const t = useTranslations();
  const madeId = useId();
  const id = givenId ?? madeId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");

  return (
    <div className="grid grid-cols-[1.5rem_1fr] gap-x-2 text-sm">
      <input
        type="checkbox"
        className="mt-0.5 size-5 rounded-control accent-accent"
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
      <label htmlFor={id} className="min-h-6 py-0.5 font-medium">
        {t(label)}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="col-start-2 text-muted">
          {t(hint)}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="col-start-2 text-danger-text">
          {t(error as MessageKey)}
        </p>
      )}
    </div>
  );
}
