import type { ReactNode } from "react";
import type { Outcome } from "@/lib/delivery/benefit-schema";
import type { Gap } from "@/lib/delivery/kinds";
import type { DeliveryInFull } from "@/lib/delivery/shown-schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Card } from "../ui/card";
import { ExternalLink } from "../ui/icons";
import { ProgressBar } from "../workflow/progress-bar";
import { DeliveredIdeas } from "./delivered-ideas";
import { dayText } from "./delivery-words";
import { GapTable } from "./gap-table";
import { MilestoneList } from "./milestone-list";
import { StateBadge } from "./state-badge";
import { ForecastList, OutcomeList } from "./statement-list";
import { UpdateList } from "./update-list";

/**
 * A delivery, whole: how far it has come, what is on the way, what was told, and what it brings.
 *
 * @param deeds what the reader may do with it
 */
export function DeliveryView(
  props: {
    delivery: DeliveryInFull;
    gaps: Gap[];
    mayManage: boolean;
    maySecond: (outcome: Outcome) => boolean;
    today: string;
    locale: string;
    deeds: ReactNode;
  } & Voice,
) {
  const { delivery, gaps, mayManage, maySecond, today, locale, deeds, ...voice } = props;
  const { t } = voice;
  const { benefits, milestones, updates } = delivery;
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 space-y-6">
        <Head delivery={delivery} {...voice} />
        <Part id="ideas" title={t("delivery.ideas")}>
          <DeliveredIdeas delivery={delivery} mayManage={mayManage} locale={locale} t={t} />
        </Part>
        <Part
          id="milestones"
          title={t("delivery.milestones")}
          empty={milestones.length === 0 && t("delivery.noMilestones")}
        >
          <MilestoneList milestones={milestones} mayManage={mayManage} today={today} {...voice} />
        </Part>
        {benefits && (
          <Part id="benefit" title={t("delivery.benefit")} empty={gaps.length === 0 && t("delivery.noBenefit")}>
            <div className="space-y-4">
              <GapTable gaps={gaps} {...voice} />
              <OutcomeList
                outcomes={benefits.outcomes}
                mayConfirm={(outcome) => !outcome.confirmedBy && maySecond(outcome)}
                mayRemove={(outcome) => mayManage && (!outcome.wasConfirmed || maySecond(outcome))}
                {...voice}
              />
              {benefits.forecasts.length > 0 && (
                <details>
                  <summary className="cursor-pointer py-2 font-medium text-sm">{t("delivery.forecasts")}</summary>
                  <ForecastList forecasts={benefits.forecasts} mayManage={mayManage} {...voice} />
                </details>
              )}
            </div>
          </Part>
        )}
        <Part id="news" title={t("delivery.newsTitle")} empty={updates.length === 0 && t("delivery.noNews")}>
          <UpdateList updates={updates} {...voice} />
        </Part>
      </div>
      {deeds && (
        <aside aria-label={t("delivery.whatToDo")} className="min-w-0">
          {deeds}
        </aside>
      )}
    </div>
  );
}

function Part(props: { id: string; title: string; empty?: string | false; children: ReactNode }) {
  const { id, title, empty, children } = props;
  return (
    <Card>
      <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-24">
        <h2 id={`${id}-title`} className="mb-2 font-semibold text-lg tracking-tight">
          {title}
        </h2>
        {empty ? <p className="text-muted text-sm">{empty}</p> : children}
      </section>
    </Card>
  );
}

function Head({ delivery, t, format }: { delivery: DeliveryInFull } & Voice) {
  const { title, owner, startsOn, dueOn, progress, workUrl } = delivery;
  return (
    <header className="space-y-4">
      <StateBadge of={delivery} t={t} />
      <h1 className="wrap-anywhere font-bold text-2xl tracking-tight sm:text-3xl">{title}</h1>
      <ProgressBar percent={progress} t={t} />
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Fact name={t("delivery.owner")}>{owner.name}</Fact>
        <Fact name={t("delivery.startsOn")}>{dayText(startsOn, format)}</Fact>
        <Fact name={t("delivery.dueOn")}>{dayText(dueOn, format)}</Fact>
        {workUrl && (
          <Fact name={t("delivery.workUrl")}>
            <a
              href={workUrl}
              rel="noopener noreferrer nofollow"
              className="inline-flex items-center gap-1 text-accent-text hover:underline"
            >
              {new URL(workUrl).hostname}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          </Fact>
        )}
      </dl>
    </header>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="wrap-anywhere font-medium">{children}</dd>
    </div>
  );
}
