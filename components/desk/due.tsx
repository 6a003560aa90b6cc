import { cx } from "class-variance-authority";
import type { Clock } from "@/lib/desk/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { CalendarClock, Hourglass, TriangleAlert } from "../ui/icons";

/** Further ahead than this a weekday says nothing. */
const WEEK = 7;

/** What an idea's clock says, in a few words: late, due, waiting for its author, news promised; or that it has none. */
export function Due({ idea, t, format, now }: { idea: Clock } & Voice) {
  const { dueAt, dueIn, isLate, waitingSince, nextOn, nextIn } = idea;
  const by = (at: Date, days: number) =>
    format.dateTime(at, days < WEEK ? { weekday: "long" } : { day: "numeric", month: "short" });
  if (waitingSince)
    return <Said icon={<Hourglass />}>{t("desk.waitingSince", { ago: format.relativeTime(waitingSince, now) })}</Said>;
  if (dueAt && dueIn !== null) {
    if (isLate)
      return (
        <Said tone="late" icon={<TriangleAlert />}>
          {dueIn < 0 ? t("desk.late", { days: -dueIn }) : t("desk.lateToday")}
        </Said>
      );
    if (dueIn === 0)
      return (
        <Said tone="soon" icon={<CalendarClock />}>
          {t("desk.dueToday")}
        </Said>
      );
    return <Said icon={<CalendarClock />}>{t("desk.dueBy", { day: by(dueAt, dueIn) })}</Said>;
  }
  if (nextOn && nextIn !== null && (idea.status === "accepted" || idea.status === "in_progress"))
    return (
      <Said tone={nextIn < 0 ? "late" : nextIn === 0 ? "soon" : undefined} icon={<CalendarClock />}>
        {nextIn < 0 ? t("desk.newsLate", { days: -nextIn }) : t("desk.newsBy", { day: by(nextOn, nextIn) })}
      </Said>
    );
  return <span className="text-muted">{t("desk.noPromise")}</span>;
}

function Said(props: { tone?: "late" | "soon" | undefined; icon: React.ReactNode; children: string }) {
  const { tone, icon, children } = props;
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0",
        tone === "late" && "font-semibold text-danger-text",
        tone === "soon" && "font-semibold text-warning-text",
      )}
    >
      {icon}
      {children}
    </span>
  );
}
