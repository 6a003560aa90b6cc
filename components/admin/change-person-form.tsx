"use client";

import { useActionState } from "react";
import { changePersonForm } from "@/lib/people/actions";
import type { Level, Person } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Unit } from "@/lib/settings/schema";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";
import { PersonFields } from "./person-fields";

/** Changes what is known of somebody, and what they may do. */
export function ChangePersonForm(props: { person: Person; departments: Unit[]; places: Unit[]; levels: Level[] }) {
  const { person, ...units } = props;
  const t = useTranslations();
  const [before, post] = useActionState(changePersonForm, null);
  return (
    <form action={post} className="space-y-5">
      <FormRefusal before={before} />
      <input type="hidden" name="personId" value={person.id} />
      <PersonFields person={person} before={before} {...units} />
      <SubmitButton>{t("people.save")}</SubmitButton>
    </form>
  );
}
