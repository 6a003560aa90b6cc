"use client";

import { type ReactNode, useId } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { CircleAlert } from "./icons";

/**
 * What every form control is told, as names of texts.
 *
 * `error` is a plain string because that is how react-hook-form carries it, but it holds a MessageKey: all zod messages
 * and all refusals are.
 */
export type FieldTexts = { label: MessageKey; hint?: MessageKey; error?: string; optional?: boolean };

/** What the control itself needs in order to be tied to its label, hint and error. */
export type Wiring = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** Label, hint and error around one control, tied together for screen readers once for the whole product. */
export function FieldFrame(props: FieldTexts & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const { label, hint, error, optional, id: givenId, children } = props;
  const t = useTranslations();
  const madeId = useId();
  const id = givenId ?? madeId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");

  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 font-medium text-sm">
        {t(label)}
        {optional && <span className="font-normal text-muted text-xs">{t("ui.optional")}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {t(hint)}
        </p>
      )}
      {children({ id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-danger-text text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t(error as MessageKey)}
        </p>
      )}
    </div>
  );
}
