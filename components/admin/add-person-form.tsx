"use client";

import { useActionState } from "react";
import { addPersonForm } from "@/lib/people/actions";
import type { Level } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Unit } from "@/lib/settings/schema";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { SubmitButton } from "../ui/submit-button";
import { PersonFields } from "./person-fields";

const nobody = {
  name: "",
  departmentId: null,
  placeId: null,
  levelId: null,
  joinedOn: null,
  roles: ["employee" as const],
};

/** Gives somebody an account. */
export function AddPersonForm(choices: { departments: Unit[]; places: Unit[]; levels: Level[] }) {
  const t = useTranslations();
  const [before, post] = useActionState(addPersonForm, null);
  return (
    <form action={post} className="space-y-5">
      <FormRefusal before={before} />
      <Field
        label="people.email"
        hint="people.emailHint"
        name="email"
        type="email"
        required
        error={before?.fields.email}
        defaultValue={before?.values.email}
      />
      <PersonFields person={nobody} before={before} {...choices} />
      <SubmitButton>{t("people.add")}</SubmitButton>
    </form>
  );
}
