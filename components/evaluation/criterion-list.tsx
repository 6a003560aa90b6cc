"use client";

import { useActionState } from "react";
import { addCriterionForm, changeCriterionForm, retireCriterionButton } from "@/lib/evaluation/actions";
import { type KeptCriterion, parts } from "@/lib/evaluation/schema";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { FormRefusal } from "../ui/form-refusal";
import { Pencil } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { CriterionFields } from "./criterion-fields";

/** The criteria of a scorecard: each can be changed and retired, and more be added. */
export function CriterionList({ criteria }: { criteria: KeptCriterion[] }) {
  const t = useTranslations();
  const inUse = criteria.filter(({ retiredAt }) => retiredAt === null);
  const retired = criteria.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t("evaluation.criteria")}</h2>
      <p className="text-muted text-sm">{t("evaluation.criteriaLead")}</p>
      <ul className="divide-y divide-line">
        {inUse.map((criterion) => (
          <li key={criterion.id}>
            <Kept criterion={criterion} />
          </li>
        ))}
      </ul>
      <Add />
      {retired.length > 0 && (
        <section className="space-y-2 border-line border-t pt-4">
          <h3 className="font-semibold text-sm">{t("evaluation.retiredCriteria")}</h3>
          <ul className="space-y-1 text-muted text-sm">
            {retired.map((criterion) => (
              <li key={criterion.id}>
                <Name criterion={criterion} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

function Name({ criterion }: { criterion: KeptCriterion }) {
  const own = useLocale();
  const { wordings } = criterion;
  return (wordings.find(({ locale }) => locale === own) ?? wordings[0])?.name ?? "";
}

function Kept({ criterion }: { criterion: KeptCriterion }) {
  const t = useTranslations();
  const [before, post] = useActionState(changeCriterionForm, null);
  return (
    <details open={before !== null} className="py-1">
      <summary className="flex min-h-11 list-none items-center justify-between gap-3 rounded-control text-sm">
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">
            <Name criterion={criterion} />
          </span>
          <Badge>{t(`evaluation.part_${criterion.part}`)}</Badge>
          <span className="text-muted text-xs">{t("evaluation.weightOf", { weight: criterion.weight })}</span>
        </span>
        <span className="sr-only">{t("evaluation.editCriterion")}</span>
        <Pencil aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      <form action={post} className="space-y-4 py-3">
        <FormRefusal before={before} />
        <input type="hidden" name="criterionId" value={criterion.id} />
        <CriterionFields weight={criterion.weight} wordings={criterion.wordings} before={before} />
        <SubmitButton size="small">{t("evaluation.save")}</SubmitButton>
      </form>
      <form action={retireCriterionButton} className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3">
        <input type="hidden" name="criterionId" value={criterion.id} />
        <SubmitButton variant="ghost" size="small">
          {t("evaluation.retire")}
        </SubmitButton>
        <span className="text-muted text-sm">{t("evaluation.retireHint")}</span>
      </form>
    </details>
  );
}

function Add() {
  const t = useTranslations();
  const [before, post] = useActionState(addCriterionForm, null);
  return (
    <details open={before !== null} className="border-line border-t pt-3">
      <summary className="min-h-11 w-fit rounded-control py-2.5 font-medium text-accent-text text-sm">
        {t("evaluation.addCriterion")}
      </summary>
      <form action={post} className="space-y-4 py-3">
        <FormRefusal before={before} />
        <Select label="evaluation.part" name="part" defaultValue={before?.values.part ?? "value"}>
          {parts.map((part) => (
            <option key={part} value={part}>
              {t(`evaluation.part_${part}`)}
            </option>
          ))}
        </Select>
        <CriterionFields weight={1} wordings={[]} before={before} />
        <SubmitButton>{t("evaluation.addCriterion")}</SubmitButton>
      </form>
    </details>
  );
}
