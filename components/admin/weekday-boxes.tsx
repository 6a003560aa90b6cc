"use client";

import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useFormatter, useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import { weekdays } from "@/lib/settings/schema";
import { CircleAlert } from "../ui/icons";

/** A Monday, from which the names of the days are counted. */
const monday = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

/** A box for each day of the week. A refused form is shown as it was filled in. */
export function WeekdayBoxes({ worked, before }: { worked: number[]; before: FormState }) {
  const t = useTranslations();
  const format = useFormatter();
  const nameOf = (index: number, weekday: "short" | "long") =>
    format.dateTime(new Date(monday + index * DAY_MS), { weekday, timeZone: "UTC" });
  return (
    <fieldset className="space-y-1.5">
      <legend className="font-medium text-sm">{t("calendar.workingDays")}</legend>
      <div className="grid grid-cols-4 gap-2 pt-1.5 sm:grid-cols-7">
        {weekdays.map((day, index) => (
          <label
            key={day}
            className="relative flex h-control cursor-pointer select-none items-center justify-center rounded-control border border-line-strong text-muted text-sm transition-colors hover:border-muted has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="checkbox"
              name={day}
              defaultChecked={before ? day in before.values : worked.includes(index + 1)}
              className="sr-only"
              aria-label={nameOf(index, "long")}
            />
            <span aria-hidden>{nameOf(index, "short")}</span>
          </label>
        ))}
      </div>
      {before?.fields.weekdays && (
        <p className="flex items-start gap-1.5 text-danger-text text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t(before.fields.weekdays as MessageKey)}
        </p>
      )}
    </fieldset>
  );
}
