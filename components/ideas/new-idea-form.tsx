"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useActionState, useEffect } from "react";
import { saveDraftForm } from "@/lib/ideas/actions";
import { type Choices, submissionInput } from "@/lib/ideas/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { castVoteAction } from "@/lib/votes/actions";
import { submitIdeaAction, submitIdeaForm } from "@/lib/workflow/actions";
import { Button } from "../ui/button";
import { SubmitButton } from "../ui/submit-button";
import { unreachable } from "../ui/unreachable";
import { useActionForm } from "../ui/use-action-form";
import { ComplaintHint } from "./complaint-hint";
import { DraftStatus } from "./draft-status";
import { IdeaFields } from "./idea-fields";
import type { IdeaValues } from "./idea-values";
import { Refusal } from "./refusal";
import { SimilarWhileWriting } from "./similar-while-writing";
import { useDraftAutosave } from "./use-draft-autosave";
import { useSimilar } from "./use-similar";

/**
 * Where an idea is written and submitted. It keeps itself as a draft while one writes.
 *
 * @param ideaId what the idea will be called, made by the page: sending the form twice makes one idea
 * @param version the draft's, when one goes on with a draft
 */
export function NewIdeaForm(props: { ideaId: string; version: number | null; values: IdeaValues; choices: Choices }) {
  const { ideaId, version, values, choices } = props;
  const t = useTranslations();
  const router = useRouter();
  const [refused, post] = useActionState(submitIdeaForm, null);
  const [notKept, keep] = useActionState(saveDraftForm, null);
  const form = useActionForm({
    schema: submissionInput,
    action: submitIdeaAction,
    defaultValues: { ...values, ideaId },
    before: refused ?? notKept,
    onDone: (idea) => router.replace(`/ideas/${idea.ideaId}`),
  });
  const { register, submit, subscribe, getValues, formState } = form;
  const { errors, isSubmitting, isSubmitSuccessful } = formState;
  const draft = useDraftAutosave(ideaId, getValues as () => IdeaValues, version);

  const similar = useSimilar(getValues as () => IdeaValues);

  const { touch, stop } = draft;
  useEffect(() => subscribe({ formState: { values: true }, callback: touch }), [subscribe, touch]);
  useEffect(() => {
    // What a draft said already is asked for without a letter being typed.
    similar.touch();
    return subscribe({ formState: { values: true }, callback: similar.touch });
  }, [subscribe, similar.touch]);
  useEffect(
    () => stop(isSubmitting || (isSubmitSuccessful && !errors.root)),
    [stop, isSubmitting, isSubmitSuccessful, errors.root],
  );

  async function supportInstead(supported: string) {
    draft.insist();
    const outcome = await castVoteAction({ ideaId: supported }).catch(() => unreachable);
    if (!outcome.ok) return outcome.reason;
    router.push(`/ideas/${supported}?instead=${ideaId}`);
    return null;
  }

  function keepNow(event: MouseEvent) {
    event.preventDefault();
    draft.insist();
  }

  return (
    <form action={post} onSubmit={submit} noValidate>
      <input type="hidden" {...register("ideaId")} />
      <IdeaFields
        register={register}
        errors={errors}
        choices={choices}
        top={<Refusal error={errors.root?.message} ideaId={ideaId} />}
        beside={<SimilarWhileWriting found={similar.found} support={supportInstead} />}
        below={
          <>
            <div className="flex flex-wrap items-center justify-between gap-4">
              <DraftStatus keeping={draft.keeping} ideaId={ideaId} />
              <div className="flex flex-wrap gap-3">
                <Button type="submit" formAction={keep} onClick={keepNow}>
                  {t("ideas.saveDraft")}
                </Button>
                <SubmitButton variant="spark" isSubmitting={isSubmitting}>
                  {t("ideas.submit")}
                </SubmitButton>
              </div>
            </div>
            <ComplaintHint t={t} />
          </>
        }
      />
    </form>
  );
}
