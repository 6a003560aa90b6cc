"use client";

import { useActionState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { changeCalendarForm } from "@/lib/settings/actions";
import { type Calendar, escalations } from "@/lib/settings/schema";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { CalendarDays } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { WeekdayBoxes } from "./weekday-boxes";

const escalationNames = {
  administrator: "calendar.escalatesTo_administrator",
  executive: "calendar.escalatesTo_executive",
  "administrator,executive": "calendar.escalatesTo_both",
} as const;

/** On which days the organisation works, and what it promises; `promised` says what that comes to today. */
export function CalendarForm(props: { calendar: Calendar; timeZones: readonly string[]; promised: string }) {
  const { calendar, timeZones, promised } = props;
  const t = useTranslations();
  const [before, post] = useActionState(changeCalendarForm, null);
  const start: Record<string, string> = {
    timeZone: calendar.timeZone,
    answerDays: String(calendar.answerDays),
    decisionDays: String(calendar.decisionDays),
    escalatesTo: escalations.find((roles) => roles === calendar.escalatesTo.toSorted().join(",")) ?? "administrator",
  };
  const values = { ...start, ...before?.values };
  const tied = (name: string) => ({ name, defaultValue: values[name], error: before?.fields[name] });
  return (
    <Card className="space-y-5">
      <header>
        <h2 className="font-semibold text-lg tracking-tight">{t("calendar.promises")}</h2>
        <p className="mt-1 max-w-prose text-muted text-sm">{t("calendar.promisesLead")}</p>
      </header>
      <p className="flex gap-3 rounded-control bg-accent-soft px-4 py-3 text-accent-text text-sm leading-relaxed">
        <CalendarDays aria-hidden className="mt-0.5 size-4.5 shrink-0" />
        {promised}
      </p>
      <form action={post} className="space-y-5">
        <FormRefusal before={before} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="calendar.answerDays" type="number" min={1} max={60} required {...tied("answerDays")} />
          <Field label="calendar.decisionDays" type="number" min={1} max={250} required {...tied("decisionDays")} />
        </div>
        <p className="-mt-2 text-muted text-sm">{t("calendar.daysHint")}</p>
        <WeekdayBoxes worked={calendar.workingWeekdays} before={before} />
        {/* The browser resets a list to what it began with after a refusal: a new key begins it with the choice. */}
        <Select key={values.timeZone} label="calendar.timeZone" {...tied("timeZone")}>
          {timeZones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        <Select key={values.escalatesTo} label="calendar.escalatesTo" {...tied("escalatesTo")}>
          {escalations.map((roles) => (
            <option key={roles} value={roles}>
              {t(escalationNames[roles])}
            </option>
          ))}
        </Select>
        <SubmitButton>{t("calendar.save")}</SubmitButton>
      </form>
    </Card>
  );
}
