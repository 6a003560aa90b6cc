import { randomUUID } from "node:crypto";
import { page } from "@/app/door";
import { AlignCard } from "@/components/desk/align-card";
import { deskAgain } from "@/components/desk/desk-path";
import { DeskView } from "@/components/desk/desk-view";
import { EvaluationPanel } from "@/components/evaluation/evaluation-panel";
import { can } from "@/lib/access/authorize";
import { deliveryOf } from "@/lib/delivery/queries";
import { findDesk } from "@/lib/desk/desk";
import { deskAddress } from "@/lib/desk/schema";
import { findEvaluation } from "@/lib/evaluation/queries";
import { findAlignment, listGoals } from "@/lib/goals/queries";
import { isUndecided } from "@/lib/ideas/states";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(deskAddress, async (actor, { ideaId, to, whose, view }) => {
  const queue = { whose, view };
  const [found, delivery] = await Promise.all([findDesk(actor, ideaId, queue), deliveryOf(actor, ideaId)]);
  const evaluation = can(actor, "evaluation.read", found.idea) ? await findEvaluation(actor, { ideaId }) : null;
  const [alignment, goals] = await Promise.all([findAlignment(actor, { ideaId }), listGoals(actor)]);
  const { locale, timeZone } = actor;
  const voice = { t: translator(locale), format: formatter(locale, timeZone), now: now() };
  const mayReview = found.mayReview && isUndecided(found.idea.status);
  // Whoever is to mark an idea without knowing whose it is does not learn it here either.
  const isBlind = evaluation?.isAuthorHidden && evaluation.mine === "to mark";
  const desk = isBlind ? { ...found, others: [], idea: { ...found.idea, author: null, authorId: null } } : found;

  return (
    <>
      <title>{`${desk.idea.title} · ${voice.t("desk.title")} · Tormenta`}</title>
      <DeskView
        key={ideaId}
        desk={desk}
        delivery={delivery}
        queue={queue}
        open={to}
        newKey={randomUUID()}
        locale={locale}
        alignment={
          <AlignCard
            alignment={alignment}
            goals={goals}
            mayReview={found.mayReview}
            onward={deskAgain(ideaId, queue, "goals")}
          />
        }
        evaluation={<EvaluationPanel ideaId={ideaId} evaluation={evaluation} mayReview={mayReview} {...voice} />}
        {...voice}
      />
    </>
  );
});
