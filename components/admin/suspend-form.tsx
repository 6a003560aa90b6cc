"use client";

import { useActionState } from "react";
import { reactivatePersonButton, suspendPersonForm } from "@/lib/people/actions";
import type { Person } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";

/** Keeps somebody out, or lets them in again. */
export function SuspendForm({ person }: { person: Pick<Person, "id" | "status"> }) {
  const t = useTranslations();
  const [before, post] = useActionState(suspendPersonForm, null);
  if (person.status === "suspended") {
    return (
      <form action={reactivatePersonButton} className="space-y-3">
        <p className="text-sm">{t("people.reactivateLead")}</p>
        <input type="hidden" name="personId" value={person.id} />
        <SubmitButton variant="secondary">{t("people.reactivate")}</SubmitButton>
      </form>
    );
  }
  return (
    <form action={post} className="space-y-3">
      <FormRefusal before={before} />
      <p className="text-sm">{t("people.suspendLead")}</p>
      <input type="hidden" name="personId" value={person.id} />
      <SubmitButton variant="danger">{t("people.suspend")}</SubmitButton>
    </form>
  );
}
