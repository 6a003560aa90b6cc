"use client";

import { useActionState } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { addUnitForm, renameUnitForm } from "@/lib/settings/actions";
import { placeKinds, type Unit, type UnitKind } from "@/lib/settings/schema";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Pencil } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { UnitSelect } from "./unit-select";

/** How deep a branch is drawn; what hangs deeper stands with the last. */
const indents = ["", "pl-6", "pl-12", "pl-18"];

/** One kind of units: those there are, each with a way to rename it, and a way to add one. */
export function UnitSection({ kind, title, units }: { kind: UnitKind; title: MessageKey; units: Unit[] }) {
  const t = useTranslations();
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t(title)}</h2>
      {units.length === 0 && <p className="text-muted text-sm">{t("settings.noneYet")}</p>}
      <ul className="divide-y divide-line">
        {units.map((unit) => (
          <li key={unit.id} className={indents[Math.min(unit.depth, indents.length - 1)]}>
            <details className="group py-1">
              <summary className="flex min-h-9 pointer-coarse:min-h-11 list-none items-center justify-between gap-3 rounded-control text-sm">
                {unit.name}
                <span className="sr-only">{t("settings.rename")}</span>
                <Pencil aria-hidden className="size-4 shrink-0 text-muted" />
              </summary>
              <Rename kind={kind} unit={unit} />
            </details>
          </li>
        ))}
      </ul>
      <Add kind={kind} units={units} />
    </Card>
  );
}

function Rename({ kind, unit }: { kind: UnitKind; unit: Unit }) {
  const t = useTranslations();
  const [before, post] = useActionState(renameUnitForm, null);
  return (
    <form action={post} className="space-y-3 py-3">
      <FormRefusal before={before} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={unit.id} />
      <Field
        label="settings.newName"
        name="name"
        required
        maxLength={200}
        error={before?.fields.name}
        defaultValue={before?.values.name ?? unit.name}
      />
      <SubmitButton size="small">{t("settings.rename")}</SubmitButton>
    </form>
  );
}

function Add({ kind, units }: { kind: UnitKind; units: Unit[] }) {
  const t = useTranslations();
  const [before, post] = useActionState(addUnitForm, null);
  return (
    <form action={post} className="space-y-3 border-line border-t pt-4">
      <FormRefusal before={before} />
      <input type="hidden" name="kind" value={kind} />
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <Field
          label="settings.unitName"
          name="name"
          required
          maxLength={200}
          error={before?.fields.name}
          defaultValue={before?.values.name}
        />
        {kind !== "category" && units.length > 0 && (
          <UnitSelect label="settings.partOf" name="parentId" units={units} chosen={before?.values.parentId ?? ""} />
        )}
        {kind === "place" && (
          <Select label="settings.placeKind" name="placeKind" defaultValue={before?.values.placeKind ?? "site"}>
            {placeKinds.map((placeKind) => (
              <option key={placeKind} value={placeKind}>
                {t(`settings.placeKind_${placeKind}`)}
              </option>
            ))}
          </Select>
        )}
      </div>
      <SubmitButton variant="secondary">{t(`settings.add_${kind}`)}</SubmitButton>
    </form>
  );
}
