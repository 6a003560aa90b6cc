"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { editIdeaAction, editIdeaForm } from "@/lib/ideas/actions";
import { type Choices, editInput } from "@/lib/ideas/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { ButtonLink } from "../ui/button";
import { SubmitButton } from "../ui/submit-button";
import { useActionForm } from "../ui/use-action-form";
import { IdeaFields } from "./idea-fields";
import type { IdeaValues } from "./idea-values";
import { Refusal } from "./refusal";

/** Where an idea that is out already is changed. Refused when somebody else has changed it since the form was opened. */
export function EditIdeaForm(props: { ideaId: string; version: number; values: IdeaValues; choices: Choices }) {
  const { ideaId, version, values, choices } = props;
  const t = useTranslations();
  const router = useRouter();
  const [before, post] = useActionState(editIdeaForm, null);
  const { register, submit, formState } = useActionForm({
    schema: editInput,
    action: editIdeaAction,
    defaultValues: { ...values, ideaId, version: String(version) },
    before,
    onDone: () => router.push(`/ideas/${ideaId}`),
  });
  const { errors, isSubmitting } = formState;

  return (
    <form action={post} onSubmit={submit} noValidate>
      <input type="hidden" {...register("ideaId")} />
      <input type="hidden" {...register("version")} />
      <IdeaFields
        register={register}
        errors={errors}
        choices={choices}
        top={<Refusal error={errors.root?.message} ideaId={ideaId} />}
        below={
          <div className="flex flex-wrap justify-end gap-3">
            <ButtonLink href={`/ideas/${ideaId}`} variant="ghost">
              {t("ideas.cancel")}
            </ButtonLink>
            <SubmitButton isSubmitting={isSubmitting}>{t("ideas.saveChanges")}</SubmitButton>
          </div>
        }
      />
    </form>
  );
}
