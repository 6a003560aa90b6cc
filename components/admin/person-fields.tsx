"use client";

import { type Person, roles } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import type { Unit } from "@/lib/settings/schema";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { UnitSelect } from "./unit-select";

/** What administrators write down about somebody. A refused form is shown as it was typed. */
export function PersonFields(props: {
  person: Pick<Person, "name" | "departmentId" | "placeId" | "roles">;
  before: FormState;
  departments: Unit[];
  places: Unit[];
}) {
  const { person, before, departments, places } = props;
  const t = useTranslations();
  const isTicked = (role: Person["roles"][number]) => (before ? role in before.values : person.roles.includes(role));
  return (
    <>
      <Field
        label="people.name"
        name="name"
        required
        maxLength={200}
        error={before?.fields.name}
        defaultValue={before?.values.name ?? person.name}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <UnitSelect
          label="people.department"
          name="departmentId"
          units={departments}
          error={before?.fields.departmentId}
          chosen={before?.values.departmentId ?? person.departmentId ?? ""}
        />
        <UnitSelect
          label="people.place"
          name="placeId"
          units={places}
          error={before?.fields.placeId}
          chosen={before?.values.placeId ?? person.placeId ?? ""}
        />
      </div>
      <fieldset className="space-y-2.5">
        <legend className="mb-2 font-medium text-sm">{t("people.roles")}</legend>
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={`people.role_${role}`}
            hint={`people.may_${role}`}
            name={role}
            defaultChecked={isTicked(role)}
          />
        ))}
      </fieldset>
    </>
  );
}
