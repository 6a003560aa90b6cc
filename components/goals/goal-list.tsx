"use client";

import { useActionState } from "react";
import { addGoalForm, changeGoalForm, raiseGoalButton, retireGoalButton } from "@/lib/goals/actions";
import type { KeptGoal } from "@/lib/goals/schema";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { Card } from "../ui/card";
import { FormRefusal } from "../ui/form-refusal";
import { ArrowUp, Pencil } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { GoalFields } from "./goal-fields";

/** The organisation's goals in their order: each can be reworded, moved up and retired, and more be added. */
export function GoalList({ goals }: { goals: KeptGoal[] }) {
  const t = useTranslations();
  const inUse = goals.filter(({ retiredAt }) => retiredAt === null);
  const retired = goals.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <Card className="space-y-4">
      <h2 className="font-semibold text-lg tracking-tight">{t("goals.goals")}</h2>
      <p className="max-w-prose text-muted text-sm">{t("goals.goalsLead")}</p>
      {inUse.length === 0 && <p className="text-sm">{t("goals.noneYet")}</p>}
      <ol className="divide-y divide-line">
        {inUse.map((goal, at) => (
          <li key={goal.id} className="flex items-start gap-2">
            <Kept goal={goal} />
            {at > 0 && <Raise goal={goal} />}
          </li>
        ))}
      </ol>
      <Add />
      {retired.length > 0 && (
        <section className="space-y-2 border-line border-t pt-4">
          <h3 className="font-semibold text-sm">{t("goals.retired")}</h3>
          <ul className="space-y-1 text-muted text-sm">
            {retired.map((goal) => (
              <li key={goal.id}>
                <Name goal={goal} /> · {t("goals.ideas", { count: goal.ideas })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

const nameIn = ({ wordings }: KeptGoal, own: string) =>
  (wordings.find(({ locale }) => locale === own) ?? wordings[0])?.name ?? "";

function Name({ goal }: { goal: KeptGoal }) {
  return nameIn(goal, useLocale());
}

function Raise({ goal }: { goal: KeptGoal }) {
  const t = useTranslations();
  const label = t("goals.raiseNamed", { name: nameIn(goal, useLocale()) });
  return (
    <form action={raiseGoalButton} className="pt-2.5">
      <input type="hidden" name="goalId" value={goal.id} />
      <SubmitButton variant="ghost" size="small" shape="icon" title={label} aria-label={label}>
        <ArrowUp aria-hidden />
      </SubmitButton>
    </form>
  );
}

function Kept({ goal }: { goal: KeptGoal }) {
  const t = useTranslations();
  const [before, post] = useActionState(changeGoalForm, null);
  return (
    <details open={before !== null} className="min-w-0 flex-1 py-1">
      <summary className="flex min-h-11 list-none items-center justify-between gap-3 rounded-control text-sm">
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">
            <Name goal={goal} />
          </span>
          <span className="text-muted text-xs">{t("goals.ideas", { count: goal.ideas })}</span>
        </span>
        <span className="sr-only">{t("goals.edit")}</span>
        <Pencil aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      <form action={post} className="space-y-4 py-3">
        <FormRefusal before={before} />
        <input type="hidden" name="goalId" value={goal.id} />
        <GoalFields wordings={goal.wordings} before={before} />
        <SubmitButton size="small">{t("goals.save")}</SubmitButton>
      </form>
      <form action={retireGoalButton} className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3">
        <input type="hidden" name="goalId" value={goal.id} />
        <SubmitButton variant="ghost" size="small">
          {t("goals.retire")}
        </SubmitButton>
        <span className="text-muted text-sm">{t("goals.retireHint")}</span>
      </form>
    </details>
  );
}

function Add() {
  const t = useTranslations();
  const [before, post] = useActionState(addGoalForm, null);
  return (
    <details open={before !== null} className="border-line border-t pt-3">
      <summary className="min-h-11 w-fit rounded-control py-2.5 font-medium text-accent-text text-sm">
        {t("goals.add")}
      </summary>
      <form action={post} className="space-y-4 py-3">
        <FormRefusal before={before} />
        <GoalFields wordings={[]} before={before} />
        <SubmitButton>{t("goals.add")}</SubmitButton>
      </form>
    </details>
  );
}
