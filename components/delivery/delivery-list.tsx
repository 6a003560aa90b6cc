import type { DeliveryCard } from "@/lib/delivery/shown-schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { ProgressBar } from "../workflow/progress-bar";
import { dayText } from "./delivery-words";
import { StateBadge } from "./state-badge";

type Reading = Pick<Voice, "t" | "format">;

/** Deliveries below each other, each with how far it has come and what is next. */
export function DeliveryList({ deliveries, ...voice }: { deliveries: DeliveryCard[] } & Reading) {
  return (
    <ol
      aria-label={voice.t("delivery.deliveries")}
      className="divide-y divide-line rounded-card border border-line bg-surface shadow-card"
    >
      {deliveries.map((delivery) => (
        <li key={delivery.id}>
          <Row delivery={delivery} {...voice} />
        </li>
      ))}
    </ol>
  );
}

function Row({ delivery, t, format }: { delivery: DeliveryCard } & Reading) {
  const { id, title, owner, dueOn, progress, ideas, nextMilestone } = delivery;
  return (
    <article className="group/row relative grid gap-x-8 gap-y-3 px-4 py-4 transition-colors hover:bg-sunken/50 sm:grid-cols-[minmax(0,1fr)_14rem] sm:px-5">
      <div className="min-w-0">
        <h2 className="font-medium leading-snug">
          <a
            href={`/deliveries/${id}`}
            data-step
            className="wrap-anywhere after:absolute after:inset-0 group-hover/row:underline"
          >
            {title}
          </a>
        </h2>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
          <StateBadge of={delivery} t={t} />
          <span>{owner.name}</span>
          <span>{t("delivery.ideaCount", { count: ideas })}</span>
        </p>
      </div>
      <div className="min-w-0 space-y-1.5">
        <ProgressBar percent={progress} t={t} />
        <p className="text-muted text-xs">
          {nextMilestone
            ? t("workflow.nextMilestone", { name: nextMilestone.name, day: dayText(nextMilestone.dueOn, format) })
            : t("workflow.dueBy", { day: dayText(dueOn, format) })}
        </p>
      </div>
    </article>
  );
}
