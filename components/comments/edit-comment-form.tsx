"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { editCommentAction, editCommentForm } from "@/lib/comments/actions";
import { commentEdit } from "@/lib/comments/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormProblem } from "../ui/form-problem";
import { SubmitButton } from "../ui/submit-button";
import { Textarea } from "../ui/textarea";
import { useActionForm } from "../ui/use-action-form";

/** Where one puts one's own comment differently. `source` is its Markdown as it stands. */
export function EditCommentForm(props: { commentId: string; source: string; onDone: () => void }) {
  const { commentId, source } = props;
  const t = useTranslations();
  const router = useRouter();
  const [before, post] = useActionState(editCommentForm, null);
  const { register, submit, formState } = useActionForm({
    schema: commentEdit,
    action: editCommentAction,
    defaultValues: { commentId, body: source },
    before,
    onDone: () => {
      props.onDone();
      router.refresh();
    },
  });

  return (
    <form action={post} onSubmit={submit} noValidate className="space-y-3">
      <FormProblem error={formState.errors.root?.message} />
      <input type="hidden" {...register("commentId")} />
      <Textarea
        label="comments.text"
        hint="comments.markdownHint"
        error={formState.errors.body?.message}
        autoFocus
        {...register("body")}
      />
      <SubmitButton isSubmitting={formState.isSubmitting}>{t("comments.save")}</SubmitButton>
    </form>
  );
}
