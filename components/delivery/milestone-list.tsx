import { markMilestoneButton, removeMilestoneButton } from "@/lib/delivery/actions";
import type { Milestone } from "@/lib/delivery/shown-schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { CircleCheck, Clock, X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { dayText } from "./delivery-words";

/** What is on the way of a delivery, in order, with what is there already. */
export function MilestoneList(
  props: { milestones: Milestone[]; mayManage: boolean; today: string } & Pick<Voice, "t" | "format">,
) {
  const { milestones, mayManage, today, t, format } = props;
  return (
    <ol className="divide-y divide-line">
      {milestones.map(({ id, name, dueOn, doneOn }) => (
        <li key={id} className="flex items-center gap-3 py-2.5 text-sm [&_svg]:size-4.5">
          {doneOn ? (
            <CircleCheck aria-hidden className="shrink-0 text-success-text" />
          ) : (
            <Clock aria-hidden className="shrink-0 text-muted" />
          )}
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere font-medium">{name}</p>
            <p className={!doneOn && dueOn < today ? "text-warning-text text-xs" : "text-muted text-xs"}>
              {doneOn
                ? t("delivery.reachedOn", { day: dayText(doneOn, format) })
                : t(dueOn < today ? "delivery.wasDueBy" : "workflow.dueBy", { day: dayText(dueOn, format) })}
            </p>
          </div>
          {mayManage && (
            <>
              <form action={markMilestoneButton}>
                <input type="hidden" name="milestoneId" value={id} />
                <input type="hidden" name="isDone" value={doneOn ? "no" : "yes"} />
                <SubmitButton variant="secondary" size="small">
                  {t(doneOn ? "delivery.reopen" : "delivery.reached")}
                  <span className="sr-only">: {name}</span>
                </SubmitButton>
              </form>
              <form action={removeMilestoneButton}>
                <input type="hidden" name="milestoneId" value={id} />
                <SubmitButton
                  variant="ghost"
                  size="small"
                  shape="icon"
                  aria-label={t("delivery.removeNamed", { name })}
                  title={t("delivery.remove")}
                >
                  <X aria-hidden />
                </SubmitButton>
              </form>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
