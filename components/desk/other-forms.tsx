"use client";

import { askAuthorForm, replyForm, reportProgressForm, resumeReviewForm } from "@/lib/desk/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { SubmitButton } from "../ui/submit-button";
import { type Deskwork, Submit } from "./decision-form";
import { DeskForm } from "./desk-form";
import { ReasonField } from "./reason-field";
import { useDeskForm } from "./use-desk-form";

/** Says something to the author and everybody without deciding yet. */
export function AnswerForm({ work }: { work: Deskwork }) {
  const { ideaId, version, templates, draft, onward } = work;
  const state = useDeskForm(replyForm, version);
  const kept = draft && draft.to === null ? draft.reason : null;
  return (
    <DeskForm ideaId={ideaId} onward={onward} state={state}>
      <ReasonField
        label="desk.answer"
        templates={templates.filter(({ kind }) => !kind)}
        defaultValue={state.startOf("reason", kept)}
        {...state.errorOf("reason")}
      />
      <Submit deed="answer" />
    </DeskForm>
  );
}

/** Asks the author something; the clock stands still until they say it. */
export function AskForm({ work }: { work: Deskwork }) {
  const { ideaId, version, onward } = work;
  const t = useTranslations();
  const state = useDeskForm(askAuthorForm, version);
  return (
    <DeskForm ideaId={ideaId} onward={onward} state={state}>
      <ReasonField
        label="desk.question"
        hint="desk.questionHint"
        templates={[]}
        optional
        defaultValue={state.startOf("reason")}
        {...state.errorOf("reason")}
      />
      <SubmitButton>{t("desk.nowAsk")}</SubmitButton>
    </DeskForm>
  );
}

/** Lets the clock go on. */
export function ResumeForm({ work: { ideaId, version, onward } }: { work: Deskwork }) {
  const t = useTranslations();
  const state = useDeskForm(resumeReviewForm, version);
  return (
    <DeskForm ideaId={ideaId} onward={onward} state={state}>
      <SubmitButton variant="secondary" size="small">
        {t("desk.resume")}
      </SubmitButton>
    </DeskForm>
  );
}

/** Says how far an idea has come, and when there will be news again. */
export function ProgressForm({ work, progress, nextOn }: { work: Deskwork; progress: number; nextOn: string | null }) {
  const t = useTranslations();
  const state = useDeskForm(reportProgressForm, work.version);
  const { startOf, errorOf } = state;
  return (
    <DeskForm ideaId={work.ideaId} onward={work.onward} state={state}>
      <Field
        label="desk.percent"
        type="number"
        min={0}
        max={100}
        step={5}
        name="progress"
        defaultValue={startOf("progress", String(progress))}
        {...errorOf("progress")}
      />
      <Field
        label="desk.nextOn"
        type="date"
        name="nextOn"
        defaultValue={startOf("nextOn", nextOn)}
        optional
        {...errorOf("nextOn")}
      />
      <SubmitButton>{t("desk.nowProgress")}</SubmitButton>
    </DeskForm>
  );
}
