"use client";

import { mergeIdeaForm, unmergeIdeaForm } from "@/lib/desk/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { type Survivor, SurvivorField } from "../duplicates/survivor-field";
import { SubmitButton } from "../ui/submit-button";
import type { Deskwork } from "./decision-form";
import { DeskForm } from "./desk-form";
import { ReasonField } from "./reason-field";
import { useDeskForm } from "./use-desk-form";

/** Makes an idea part of another one that says the same. */
export function MergeForm({ work, likely }: { work: Deskwork; likely: Survivor[] }) {
  const { ideaId, version, templates, onward } = work;
  const t = useTranslations();
  const state = useDeskForm(mergeIdeaForm, version);
  return (
    <DeskForm ideaId={ideaId} onward={onward} state={state}>
      <SurvivorField likely={likely} startOf={state.startOf} errors={state.before?.fields ?? {}} />
      <ReasonField
        label="desk.reasonOptional"
        templates={templates.filter(({ kind }) => !kind)}
        optional
        defaultValue={state.startOf("reason")}
        {...state.errorOf("reason")}
      />
      <p className="text-muted text-sm">{t("duplicates.mergeExplained")}</p>
      <SubmitButton>{t("desk.nowMerged")}</SubmitButton>
    </DeskForm>
  );
}

/** Undoes it. */
export function UnmergeForm({ work: { ideaId, version, stay } }: { work: Deskwork }) {
  const t = useTranslations();
  const state = useDeskForm(unmergeIdeaForm, version);
  return (
    <DeskForm ideaId={ideaId} onward={stay} state={state}>
      <p className="text-muted text-sm">{t("duplicates.unmergeExplained")}</p>
      <SubmitButton>{t("desk.nowUnmerge")}</SubmitButton>
    </DeskForm>
  );
}
