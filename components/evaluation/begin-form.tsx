"use client";

import { useActionState } from "react";
import { beginEvaluationForm } from "@/lib/evaluation/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/** Has an idea marked, for the first time or once more. */
export function BeginForm({ ideaId, isAgain }: { ideaId: string; isAgain: boolean }) {
  const t = useTranslations();
  const [before, post] = useActionState(beginEvaluationForm, null);
  return (
    <form action={post} className="space-y-3">
      <FormRefusal before={before} />
      <input type="hidden" name="ideaId" value={ideaId} />
      <p className="text-muted text-sm">{t("evaluation.beginLead")}</p>
      <SubmitButton variant="secondary">{t(isAgain ? "evaluation.beginAgain" : "evaluation.begin")}</SubmitButton>
    </form>
  );
}
