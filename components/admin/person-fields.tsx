"use client";

import { type Level, type Person, roles } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import type { Unit } from "@/lib/settings/schema";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { UnitSelect } from "./unit-select";

/** What administrators write down about somebody. A refused form is shown as it was typed. */
export function PersonFields(props: {
  person: Pick<Person, "name" | "departmentId" | "placeId" | "levelId" | "joinedOn" | "roles">;
  before: FormState;
  departments: Unit[];
  places: Unit[];
  levels: Level[];
}) {
  const { person, before, departments, places, levels } = props;
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
        <Select
          key={`level ${before?.values.levelId ?? person.levelId ?? ""}`}
          label="people.level"
          name="levelId"
          error={before?.fields.levelId}
          defaultValue={before?.values.levelId ?? person.levelId ?? ""}
        >
          <option value="">{t("people.none")}</option>
          {levels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Field
          label="people.joinedOn"
          name="joinedOn"
          type="date"
          optional
          error={before?.fields.joinedOn}
          defaultValue={before?.values.joinedOn ?? person.joinedOn ?? ""}
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
