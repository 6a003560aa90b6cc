import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { CalendarForm } from "@/components/admin/calendar-form";
import { HolidaySection } from "@/components/admin/holiday-section";
import { Banner } from "@/components/ui/banner";
import { timeZones } from "@/lib/access/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { findCalendar } from "@/lib/settings/calendar";
import { calendarAddress } from "@/lib/settings/schema";

export default page(calendarAddress, async (actor, { saved }) => {
  const { calendar, holidays, answerBy, decisionBy } = await findCalendar(actor);
  const t = translator(actor.locale);
  const format = formatter(actor.locale, calendar.timeZone);
  const onDay = (at: Date) => format.dateTime(at, { weekday: "long", day: "numeric", month: "long" });
  const promised = t("calendar.promised", { answer: onDay(answerBy), decision: onDay(decisionBy) });
  return (
    <div className="space-y-6">
      <title>{`${t("calendar.calendar")} · Tormenta`}</title>
      <AdminTabs here="calendar" t={t} />
      {saved && <Banner tone="success">{t("calendar.saved")}</Banner>}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <CalendarForm key={JSON.stringify(calendar)} calendar={calendar} timeZones={timeZones} promised={promised} />
        <HolidaySection holidays={holidays} t={t} format={format} now={now()} />
      </div>
    </div>
  );
});
