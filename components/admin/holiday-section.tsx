import type { Format, Voice } from "@/lib/platform/i18n/translate";
import { removeHolidayButton } from "@/lib/settings/actions";
import type { Holiday } from "@/lib/settings/schema";
import { Card } from "../ui/card";
import { CalendarDays, X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { HolidayForms } from "./holiday-forms";

/** The days on which nobody works: those to come, those gone by, and ways to add some. */
export function HolidaySection({ holidays, t, format, now }: { holidays: Holiday[] } & Voice) {
  const today = now.toISOString().slice(0, 10);
  const isEarlier = ({ day }: Holiday) => day < today;
  const earlier = holidays.filter(isEarlier);
  return (
    <Card className="space-y-5">
      <header>
        <h2 className="font-semibold text-lg tracking-tight">{t("calendar.holidays")}</h2>
        <p className="mt-1 max-w-prose text-muted text-sm">{t("calendar.holidaysLead")}</p>
      </header>
      {holidays.length === 0 && (
        <div className="flex gap-3 rounded-control border border-line border-dashed px-4 py-4 text-sm">
          <CalendarDays aria-hidden className="size-5 shrink-0 text-accent-text" />
          <p>
            <strong className="block font-semibold">{t("calendar.noHolidays")}</strong>
            <span className="text-muted">{t("calendar.noHolidaysText")}</span>
          </p>
        </div>
      )}
      <Years holidays={holidays.filter((holiday) => !isEarlier(holiday))} t={t} format={format} />
      {earlier.length > 0 && (
        <details>
          <summary className="cursor-pointer py-2 font-medium text-sm">{t("calendar.earlierHolidays")}</summary>
          <Years holidays={earlier} t={t} format={format} />
        </details>
      )}
      <HolidayForms />
    </Card>
  );
}

function Years({ holidays, t, format }: { holidays: Holiday[] } & Omit<Voice, "now">) {
  return Object.entries(Object.groupBy(holidays, ({ day }) => day.slice(0, 4))).map(([year, days = []]) => (
    <section key={year}>
      <h3 className="font-semibold text-muted text-xs tabular-nums">{year}</h3>
      <ul className="divide-y divide-line">
        {days.map((holiday) => (
          <Line key={holiday.id} holiday={holiday} t={t} format={format} />
        ))}
      </ul>
    </section>
  ));
}

const shown = (day: string, format: Format, how: Intl.DateTimeFormatOptions) =>
  format.dateTime(new Date(day), { ...how, timeZone: "UTC" });

function Line({ holiday, t, format }: { holiday: Holiday } & Omit<Voice, "now">) {
  const { id, day, name } = holiday;
  const onDay = shown(day, format, { weekday: "short", day: "numeric", month: "short" });
  return (
    <li className="flex items-center gap-3 py-1 text-sm">
      <time dateTime={day} className="w-28 shrink-0 text-muted tabular-nums">
        {onDay}
      </time>
      <span className="min-w-0 flex-1">{name}</span>
      <form action={removeHolidayButton}>
        <input type="hidden" name="holidayId" value={id} />
        <SubmitButton
          variant="ghost"
          size="small"
          shape="icon"
          aria-label={t("calendar.removeNamed", { name, day: shown(day, format, { dateStyle: "long" }) })}
          title={t("calendar.remove")}
        >
          <X aria-hidden />
        </SubmitButton>
      </form>
    </li>
  );
}
