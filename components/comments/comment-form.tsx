"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { postCommentAction, postCommentForm } from "@/lib/comments/actions";
import { commentInput, commentPath } from "@/lib/comments/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import { FormProblem } from "../ui/form-problem";
import { SubmitButton } from "../ui/submit-button";
import { Textarea } from "../ui/textarea";
import { useActionForm } from "../ui/use-action-form";
import { newKey } from "./new-key";

/**
 * Where one says something about an idea, or answers a comment.
 *
 * @param firstKey a random UUID from the server: names the comment before it is sent, so that sending twice posts once
 */
export function CommentForm(props: {
  ideaId: string;
  parentId?: string;
  firstKey: string;
  onDone?: () => void;
  autoFocus?: boolean;
}) {
  const { ideaId, parentId, firstKey, onDone, autoFocus } = props;
  const t = useTranslations();
  const router = useRouter();
  const [before, post] = useActionState(postCommentForm, null);
  const empty = { ideaId, parentId: parentId ?? "", commentId: firstKey, body: "" };
  const { register, submit, reset, formState } = useActionForm({
    schema: commentInput,
    action: postCommentAction,
    defaultValues: empty,
    before: withUsableKey(before, firstKey),
    onDone: (place) => {
      reset({ ...empty, commentId: newKey() });
      onDone?.();
      router.push(commentPath(place));
    },
  });

  return (
    <form action={post} onSubmit={submit} noValidate className="space-y-3">
      <FormProblem error={formState.errors.root?.message} />
      <input type="hidden" {...register("ideaId")} />
      <input type="hidden" {...register("parentId")} />
      <input type="hidden" {...register("commentId")} />
      <Textarea
        label={parentId ? "comments.yourAnswer" : "comments.text"}
        hint="comments.markdownHint"
        error={formState.errors.body?.message}
        rows={3}
        autoFocus={autoFocus}
        {...register("body")}
      />
      <SubmitButton isSubmitting={formState.isSubmitting}>
        {t(parentId ? "comments.postAnswer" : "comments.post")}
      </SubmitButton>
    </form>
  );
}

/** After a form was sent a second time with another text, the text comes back under a key that is still free. */
const withUsableKey = (before: FormState, key: string): FormState =>
  before?.reason === "comments.keyTaken" ? { ...before, values: { ...before.values, commentId: key } } : before;
