import type { DeliveryInFull } from "@/lib/delivery/shown-schema";
import type { Named } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { CalendarDays, CircleCheck, Lightbulb, MessageSquare, Pencil, Scale, Sparkles, Undo2 } from "../ui/icons";
import { ChangeForm } from "./about-form";
import { ForecastForms, OutcomeForms } from "./figure-forms";
import { Foldout } from "./foldout";
import { AddIdeaForm, EndForm, MilestoneForm, ReopenForm, ReportForm } from "./news-forms";

/** Everything that whoever sees to a delivery can do with it, each with its form folded below it. */
export function DeliveryDeeds(props: {
  delivery: DeliveryInFull;
  owners: Named[];
  mayDecide: boolean;
  newIds: { update: string; milestone: string };
  currency: string;
  year: number;
  t: Translate;
}) {
  const { delivery, owners, mayDecide, newIds, currency, year, t } = props;
  const { id: deliveryId, version, title, owner, startsOn, dueOn, workUrl, progress } = delivery;
  const isOpen = delivery.state === "open";
  const stating = { deliveryId, year, currency };
  const start = { title, ownerId: owner.id, startsOn, dueOn, workUrl };
  return (
    <div className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {isOpen && (
        <Foldout icon={<MessageSquare />} title={t("delivery.tellNews")}>
          <ReportForm key={version} deliveryId={deliveryId} newId={newIds.update} progress={progress} />
        </Foldout>
      )}
      <Foldout icon={<CalendarDays />} title={t("delivery.addMilestone")}>
        <MilestoneForm key={newIds.milestone} deliveryId={deliveryId} newId={newIds.milestone} />
      </Foldout>
      {isOpen && mayDecide && (
        <Foldout icon={<Lightbulb />} title={t("delivery.addIdea")}>
          <AddIdeaForm deliveryId={deliveryId} />
        </Foldout>
      )}
      <Foldout icon={<Scale />} title={t("delivery.stateForecast")}>
        <ForecastForms {...stating} />
      </Foldout>
      <Foldout icon={<Sparkles />} title={t("delivery.stateOutcome")}>
        <OutcomeForms {...stating} />
      </Foldout>
      <Foldout icon={<Pencil />} title={t("delivery.change")}>
        <ChangeForm key={version} deliveryId={deliveryId} version={version} owners={owners} start={start} />
      </Foldout>
      {isOpen && mayDecide && (
        <Foldout icon={<CircleCheck />} title={t("delivery.end")}>
          <EndForm deliveryId={deliveryId} version={version} />
        </Foldout>
      )}
      {delivery.state === "done" && mayDecide && (
        <Foldout icon={<Undo2 />} title={t("delivery.resume")}>
          <ReopenForm deliveryId={deliveryId} version={version} />
        </Foldout>
      )}
    </div>
  );
}
