import type { DeliveryCard } from "@/lib/delivery/shown-schema";
import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { ProgressBar } from "./progress-bar";

/** A day that stands in no time zone, as a date. */
const dateOf = (day: string, format: Voice["format"]) =>
  format.dateTime(new Date(day), { dateStyle: "long", timeZone: "UTC" });

/**
 * What has become of a decision: who sees to it, how far it has come, when there is news, or when it is looked at again.
 *
 * @param delivery what brings the idea about, if something does
 */
export function Delivery(
  props: { idea: Pick<Idea, "status" | "review">; delivery?: DeliveryCard | null } & Pick<Voice, "t" | "format">,
) {
  const { idea, delivery = null, t, format } = props;
  const { status, review } = idea;
  if (!review) return null;
  const isUnderWay = status === "accepted" || status === "in_progress";
  if (status === "declined" && review.revisitOn)
    return (
      <p className="rounded-card bg-sunken px-5 py-3 text-sm">
        {t("workflow.revisitOn", { day: dateOf(review.revisitOn, format) })}
      </p>
    );
  if (!isUnderWay && !delivery) return null;
  const owner = delivery && status !== "accepted" ? delivery.owner : review.owner;
  return (
    <section aria-label={t("workflow.delivery")} className="space-y-3 rounded-card bg-success-soft/50 px-5 py-4">
      {delivery && (
        <a href={`/deliveries/${delivery.id}`} className="block font-medium hover:underline">
          {delivery.title}
        </a>
      )}
      {status === "in_progress" && <ProgressBar percent={review.progress ?? 0} t={t} />}
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {owner && <span>{t("workflow.seesToIt", { name: owner.name })}</span>}
        {delivery?.state === "open" && <span>{t("workflow.dueBy", { day: dateOf(delivery.dueOn, format) })}</span>}
        {isUnderWay && review.nextOn && <span>{t("workflow.newsBy", { day: dateOf(review.nextOn, format) })}</span>}
      </p>
      {delivery?.nextMilestone && (
        <p className="text-sm">
          {t("workflow.nextMilestone", {
            name: delivery.nextMilestone.name,
            day: dateOf(delivery.nextMilestone.dueOn, format),
          })}
        </p>
      )}
    </section>
  );
}
