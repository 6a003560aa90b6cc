"use client";

import { useActionState } from "react";
import { alignIdeaForm } from "@/lib/desk/actions";
import { type Alignment, ambitions, type Goal } from "@/lib/goals/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Badge } from "../ui/badge";
import { FormRefusal } from "../ui/form-refusal";
import { Pencil } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";

const places = [1, 2, 3] as const;

/** Which goals an idea serves and how daring it is; a form behind it for whoever may say so. */
export function AlignCard(props: { alignment: Alignment; goals: Goal[]; mayReview: boolean; onward: string }) {
  const { alignment, goals, mayReview, onward } = props;
  const t = useTranslations();
  const said = alignment.goals.length > 0 || alignment.ambition !== null;
  if (!mayReview && !said) return null;
  return (
    <section
      id="goals"
      aria-labelledby="goals-title"
      className="rounded-card border border-line bg-surface px-4 py-3 text-sm shadow-card"
    >
      <h2 id="goals-title" className="text-muted text-xs">
        {t("goals.deskTitle")}
      </h2>
      {said ? <Said alignment={alignment} /> : <p className="mt-0.5 text-muted">{t("goals.deskNone")}</p>}
      {mayReview && <Choose key={JSON.stringify(alignment)} alignment={alignment} goals={goals} onward={onward} />}
    </section>
  );
}

function Said({ alignment: { goals, ambition } }: { alignment: Alignment }) {
  const t = useTranslations();
  return (
    <>
      <ul className="mt-1 space-y-1">
        {goals.map(({ id, name }) => (
          <li key={id} className="wrap-anywhere font-medium">
            {name}
          </li>
        ))}
      </ul>
      {ambition && (
        <p className="mt-1.5">
          <Badge>{t(`goals.ambition_${ambition}`)}</Badge>
        </p>
      )}
    </>
  );
}

function Choose({ alignment, goals, onward }: { alignment: Alignment; goals: Goal[]; onward: string }) {
  const t = useTranslations();
  const [before, post] = useActionState(alignIdeaForm, null);
  const used = goals.map(({ id }) => id);
  const choices = [...goals, ...alignment.goals.filter(({ id }) => !used.includes(id))];
  const chosen = (name: string, now: string | undefined) => before?.values[name] ?? now ?? "";
  return (
    <details open={before !== null} className="mt-1">
      <summary className="flex min-h-9 pointer-coarse:min-h-11 w-fit list-none items-center gap-2 rounded-control font-medium text-accent-text">
        <Pencil aria-hidden className="size-3.5" />
        {t("goals.deskEdit")}
      </summary>
      <form action={post} className="space-y-3 pt-2 pb-1">
        <FormRefusal before={before} />
        <input type="hidden" name="ideaId" value={alignment.ideaId} />
        <input type="hidden" name="onward" value={onward} />
        {choices.length > 0 &&
          places.map((place) => (
            <Select
              key={`${place} ${chosen(`goal${place}`, alignment.goals[place - 1]?.id)}`}
              label={`goals.goal${place}`}
              name={`goal${place}`}
              optional={place > 1}
              error={before?.fields[`goal${place}`]}
              defaultValue={chosen(`goal${place}`, alignment.goals[place - 1]?.id)}
            >
              <option value="">{t("goals.noGoal")}</option>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ))}
        <Select
          key={chosen("ambition", alignment.ambition ?? undefined)}
          label="goals.ambition"
          name="ambition"
          error={before?.fields.ambition}
          defaultValue={chosen("ambition", alignment.ambition ?? undefined)}
        >
          <option value="">{t("goals.notSaid")}</option>
          {ambitions.map((ambition) => (
            <option key={ambition} value={ambition}>
              {`${t(`goals.ambition_${ambition}`)}: ${t(`goals.ambitionHint_${ambition}`)}`}
            </option>
          ))}
        </Select>
        <SubmitButton size="small">{t("goals.save")}</SubmitButton>
      </form>
    </details>
  );
}
