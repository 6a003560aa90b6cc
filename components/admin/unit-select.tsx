"use client";

import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Unit } from "@/lib/settings/schema";
import type { FieldTexts } from "../ui/field-frame";
import { Select } from "../ui/select";
import { TreeOptions } from "../ui/tree-options";

/** A choice from a tree of units, or none of them. */
export function UnitSelect(props: FieldTexts & { name: string; units: Unit[]; chosen: string }) {
  const { units, chosen, ...rest } = props;
  const t = useTranslations();
  return (
    // The browser resets a list to what it began with after a refusal: a new key begins it with the choice.
    <Select key={chosen} {...rest} defaultValue={chosen}>
      <TreeOptions none={t("people.none")} branches={units} />
    </Select>
  );
}
