"use client";

import { useActionState } from "react";
import { deleteCommentForm } from "@/lib/comments/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormProblem } from "../ui/form-problem";
import { SubmitButton } from "../ui/submit-button";

/** Where one takes a comment away for good, after reading what that means. */
export function DeleteCommentForm({ commentId }: { commentId: string }) {
  const t = useTranslations();
  const [before, post] = useActionState(deleteCommentForm, null);
  return (
    <form action={post} className="space-y-3">
      <FormProblem error={before?.reason} />
      <input type="hidden" name="commentId" value={commentId} />
      <p className="text-muted text-sm">{t("comments.deleteWarning")}</p>
      <SubmitButton variant="danger" size="small">
        {t("comments.deleteForGood")}
      </SubmitButton>
    </form>
  );
}
