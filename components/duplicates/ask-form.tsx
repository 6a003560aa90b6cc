"use client";

import { useActionState } from "react";
import { askToMergeForm } from "@/lib/duplicates/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";
import { type Survivor, SurvivorField } from "./survivor-field";

/** Where an author asks for the own idea to become part of another one. */
export function AskForm({ ideaId, likely }: { ideaId: string; likely: Survivor[] }) {
  const t = useTranslations();
  const [before, post] = useActionState(askToMergeForm, null);
  return (
    <form action={post} className="max-w-2xl space-y-5" noValidate>
      <FormRefusal before={before} />
      <input type="hidden" name="ideaId" value={ideaId} />
      <div key={before ? JSON.stringify(before.values) : "first"}>
        <SurvivorField likely={likely} startOf={(name) => before?.values[name] ?? ""} errors={before?.fields ?? {}} />
      </div>
      <SubmitButton>{t("duplicates.ask")}</SubmitButton>
    </form>
  );
}
