"use client";

import { useActionState } from "react";
import { addLevelForm, raiseLevelButton, removeLevelForm, renameLevelForm } from "@/lib/people/actions";
import type { Level } from "@/lib/people/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { ArrowUp, Pencil } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";

/** The steps of the organisation's ladder from the top down: each can be renamed, raised and removed, and more be added. */
export function LevelSection({ levels }: { levels: Level[] }) {
  const t = useTranslations();
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t("people.levels")}</h2>
      <p className="text-muted text-sm">{t("people.levelsLead")}</p>
      {levels.length === 0 && <p className="text-muted text-sm">{t("settings.noneYet")}</p>}
      <ol className="divide-y divide-line">
        {levels.map((level, at) => (
          <li key={level.id} className="flex items-start gap-2">
            <Kept level={level} />
            {at > 0 && <Raise level={level} />}
          </li>
        ))}
      </ol>
      <Add />
    </Card>
  );
}

function Raise({ level }: { level: Level }) {
  const t = useTranslations();
  const label = t("people.raiseLevel", { name: level.name });
  return (
    <form action={raiseLevelButton} className="pt-1">
      <input type="hidden" name="levelId" value={level.id} />
      <SubmitButton variant="ghost" size="small" shape="icon" title={label} aria-label={label}>
        <ArrowUp aria-hidden />
      </SubmitButton>
    </form>
  );
}

function Kept({ level }: { level: Level }) {
  const t = useTranslations();
  const [renamed, rename] = useActionState(renameLevelForm, null);
  const [removed, remove] = useActionState(removeLevelForm, null);
  return (
    <details open={Boolean(renamed ?? removed)} className="min-w-0 flex-1 py-1">
      <summary className="flex min-h-9 pointer-coarse:min-h-11 list-none items-center justify-between gap-3 rounded-control text-sm">
        <span>
          {level.name} <span className="text-muted text-xs">{t("people.levelPeople", { count: level.people })}</span>
        </span>
        <span className="sr-only">{t("settings.rename")}</span>
        <Pencil aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      <div className="space-y-3 py-3">
        <FormRefusal before={renamed ?? removed} />
        <form action={rename} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
          <input type="hidden" name="levelId" value={level.id} />
          <Field
            label="settings.newName"
            name="name"
            required
            maxLength={60}
            error={renamed?.fields.name}
            defaultValue={renamed?.values.name ?? level.name}
          />
          <SubmitButton variant="secondary">{t("settings.rename")}</SubmitButton>
        </form>
        <form action={remove}>
          <input type="hidden" name="levelId" value={level.id} />
          <SubmitButton variant="ghost" size="small">
            {t("people.removeLevel")}
          </SubmitButton>
        </form>
      </div>
    </details>
  );
}

function Add() {
  const t = useTranslations();
  const [before, post] = useActionState(addLevelForm, null);
  return (
    <form action={post} className="space-y-3 border-line border-t pt-4">
      <FormRefusal before={before} />
      <Field
        label="settings.unitName"
        name="name"
        required
        maxLength={60}
        error={before?.fields.name}
        defaultValue={before?.values.name}
      />
      <SubmitButton variant="secondary">{t("people.addLevel")}</SubmitButton>
    </form>
  );
}
