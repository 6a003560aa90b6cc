"use client";

import { useActionState } from "react";
import { postNoteForm } from "@/lib/desk/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";
import { MentionField } from "./mention-field";

/**
 * Where one tells colleagues something in private.
 *
 * @param firstKey a random UUID from the server: names the note before it is sent, so that sending twice writes once
 */
export function NoteForm(props: { ideaId: string; onward: string; colleagues: string[]; firstKey: string }) {
  const { ideaId, onward, colleagues, firstKey } = props;
  const t = useTranslations();
  const [before, post] = useActionState(postNoteForm, null);
  return (
    <form action={post} className="space-y-3" noValidate>
      <FormRefusal before={before} />
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="onward" value={onward} />
      <input type="hidden" name="noteId" value={firstKey} />
      <MentionField
        key={firstKey}
        colleagues={colleagues}
        defaultValue={before?.values.body ?? ""}
        {...(before?.fields.body ? { error: before.fields.body } : {})}
      />
      <SubmitButton variant="secondary" size="small">
        {t("desk.postNote")}
      </SubmitButton>
    </form>
  );
}
