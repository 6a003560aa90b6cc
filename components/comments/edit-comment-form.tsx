"use client";

import { useRouter } from "next/navigation";
import { useActionState, useRef } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { useActionForm } from "@/components/ui/use-action-form";
import { editCommentAction, editCommentForm } from "@/lib/comments/actions";
import { commentEdit } from "@/lib/comments/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { closeDeed } from "./deed";

/** Where one puts one's own comment differently. `source` is its Markdown as it stands. */
export function EditCommentForm({ commentId, source }: { commentId: string; source: string }) {
  const t = useTranslations();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [before, post] = useActionState(editCommentForm, null);
  const { register, submit, formState } = useActionForm({
    schema: commentEdit,
    action: editCommentAction,
    defaultValues: { commentId, body: source },
    before,
    onDone: () => {
      closeDeed(form.current);
      router.refresh();
    },
  });

  return (
    <form ref={form} action={post} onSubmit={submit} noValidate className="space-y-3">
      <FormProblem error={formState.errors.root?.message} />
      <input type="hidden" {...register("commentId")} />
      <Textarea
        label="comments.text"
        hint="comments.markdownHint"
        error={formState.errors.body?.message}
        {...register("body")}
      />
      <SubmitButton isSubmitting={formState.isSubmitting}>{t("comments.save")}</SubmitButton>
    </form>
  );
}
