"use client";

import { useActionState } from "react";
import { answerWishForm, retractWishButton } from "@/lib/duplicates/actions";
import type { Wish } from "@/lib/duplicates/schema";
import { useVoice } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { FormRefusal } from "../ui/form-refusal";
import { Check, Undo2, X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { TwinCard } from "./twin-card";

/** Two ideas of which an author wants one to become part of the other, and the yes or no of whoever is asked. */
export function WishView({ wish }: { wish: Wish }) {
  const voice = useVoice();
  const { t } = voice;
  const { duplicate, survivor, mayAnswer } = wish;
  const card = { shared: [], ...voice };
  return (
    <div className="space-y-5">
      {!mayAnswer && <Banner tone="info">{t("duplicates.waiting")}</Banner>}
      <div className="grid gap-4 lg:grid-cols-2">
        <section className="space-y-2">
          <h2 className="font-semibold text-muted text-sm">{t("duplicates.wouldGo")}</h2>
          <TwinCard twin={duplicate} label={t("duplicates.twin", { title: duplicate.title })} {...card} />
        </section>
        <section className="space-y-2">
          <h2 className="font-semibold text-muted text-sm">{t("duplicates.wouldStay")}</h2>
          <TwinCard twin={survivor} label={t("duplicates.twin", { title: survivor.title })} {...card} />
        </section>
      </div>
      <p className="max-w-[68ch] text-muted text-sm">{t("duplicates.mergeExplained")}</p>
      {mayAnswer ? <AnswerForm wish={wish} /> : <RetractForm ideaId={duplicate.id} />}
    </div>
  );
}

function AnswerForm({ wish: { duplicate, survivor, mayConsent } }: { wish: Wish }) {
  const { t } = useVoice();
  const [before, post] = useActionState(answerWishForm, null);
  return (
    <form action={post} className="space-y-4">
      {!mayConsent && <Banner tone="info">{t("duplicates.reviewerDecides")}</Banner>}
      <FormRefusal before={before} />
      <input type="hidden" name="ideaId" value={duplicate.id} />
      <input type="hidden" name="survivorId" value={survivor.id} />
      <div className="flex flex-wrap gap-3">
        {mayConsent && (
          <SubmitButton name="answer" value="yes">
            <Check aria-hidden />
            {t("duplicates.yes")}
          </SubmitButton>
        )}
        <SubmitButton name="answer" value="no" variant="secondary">
          <X aria-hidden />
          {t("duplicates.no")}
        </SubmitButton>
      </div>
    </form>
  );
}

function RetractForm({ ideaId }: { ideaId: string }) {
  const { t } = useVoice();
  return (
    <form action={retractWishButton}>
      <input type="hidden" name="ideaId" value={ideaId} />
      <SubmitButton variant="secondary">
        <Undo2 aria-hidden />
        {t("duplicates.retract")}
      </SubmitButton>
    </form>
  );
}
