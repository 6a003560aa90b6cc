import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";

/** A day that stands in no time zone, as a date. */
const dateOf = (day: string, format: Voice["format"]) =>
  format.dateTime(new Date(day), { dateStyle: "long", timeZone: "UTC" });

/** How far a thing has come, as a bar and in words. */
function Bar({ percent, label }: { percent: number; label: string }) {
  return (
    <div className="flex items-center gap-3">
      <progress
        value={percent}
        max={100}
        aria-label={label}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:rounded-full [&::-moz-progress-bar]:bg-success [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-success"
      />
      <span className="whitespace-nowrap font-semibold text-sm tabular-nums">{percent}&nbsp;%</span>
    </div>
  );
}

/** What has become of a decision: who sees to it, how far it has come, when there is news, or when it is looked at again. */
export function Delivery({ idea, t, format }: { idea: Pick<Idea, "status" | "review"> } & Pick<Voice, "t" | "format">) {
  const { status, review } = idea;
  if (!review) return null;
  const isUnderWay = status === "accepted" || status === "in_progress";
  if (status === "declined" && review.revisitOn)
    return (
      <p className="rounded-card bg-sunken px-5 py-3 text-sm">
        {t("workflow.revisitOn", { day: dateOf(review.revisitOn, format) })}
      </p>
    );
  if (!isUnderWay) return null;
  return (
    <section aria-label={t("workflow.delivery")} className="space-y-3 rounded-card bg-success-soft/50 px-5 py-4">
      {status === "in_progress" && <Bar percent={review.progress ?? 0} label={t("workflow.progress")} />}
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {review.owner && <span>{t("workflow.seesToIt", { name: review.owner.name })}</span>}
        {review.nextOn && <span>{t("workflow.newsBy", { day: dateOf(review.nextOn, format) })}</span>}
      </p>
    </section>
  );
}
