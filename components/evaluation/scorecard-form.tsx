"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { scoreIdeaForm } from "@/lib/evaluation/actions";
import type { Assessment } from "@/lib/evaluation/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { FormState } from "@/lib/platform/outcome";
import { FormProblem } from "../ui/form-problem";
import { SubmitButton } from "../ui/submit-button";
import { CriterionField } from "./criterion-field";
import { markByKey } from "./marking-keys";

type Typed = { id: string; value: number | undefined; note: string };

/** What stands in the form to begin with: what was typed before it was refused, else what is kept. */
const startOf = ({ criteria, marks }: Assessment, before: FormState): Typed[] =>
  criteria.map(({ id }, index) => {
    const mark = marks.find(({ criterionId }) => criterionId === id);
    if (!before) return { id, value: mark?.value, note: mark?.note ?? "" };
    const { values } = before;
    return { id, value: Number(values[`mark${index + 1}`]) || undefined, note: values[`note${index + 1}`] ?? "" };
  });

/** The scorecard of an idea: one key a mark, notes, and handing in. A plain form where there is no script. */
export function ScorecardForm({ assessment }: { assessment: Assessment }) {
  const [before, post] = useActionState(scoreIdeaForm, null);
  return (
    <form action={post} className="space-y-5" noValidate>
      <Fields key={JSON.stringify(before?.values)} assessment={assessment} before={before} />
    </form>
  );
}

function Fields({ assessment, before }: { assessment: Assessment; before: FormState }) {
  const { criteria, noteFrom, isOpen } = assessment;
  const t = useTranslations();
  const top = useRef<HTMLDivElement>(null);
  const [start] = useState(() => startOf(assessment, before));
  const [marks, setMarks] = useState(() => start.map(({ value }) => value));
  const mark = (index: number, value: number) => setMarks((all) => all.with(index, value));

  useEffect(() => {
    const form = top.current?.closest("form");
    const answer = (event: KeyboardEvent) => form && markByKey(event, form);
    document.addEventListener("keydown", answer);
    return () => document.removeEventListener("keydown", answer);
  }, []);
  useEffect(() => {
    if (before) top.current?.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [before]);

  return (
    <>
      <div ref={top}>
        <FormProblem error={before?.reason} />
      </div>
      <input type="hidden" name="ideaId" value={assessment.ideaId} />
      <input type="hidden" name="version" value={assessment.version} />
      {criteria.map((criterion, index) => {
        const value = marks[index];
        return (
          <CriterionField
            key={criterion.id}
            criterion={criterion}
            place={index + 1}
            value={value}
            note={start[index]?.note ?? ""}
            isLow={value !== undefined && value <= noteFrom}
            isOpen={isOpen}
            error={before?.fields[`marks.${criterion.id}`]}
            onMark={(given) => mark(index, given)}
          />
        );
      })}
      {isOpen && (
        <div className="flex flex-wrap items-center justify-end gap-3 border-line border-t pt-5">
          <p aria-live="polite" className="mr-auto text-muted text-sm tabular-nums">
            {t("evaluation.markedOf", {
              marked: marks.filter((value) => value !== undefined).length,
              asked: criteria.length,
            })}
          </p>
          {!assessment.handedInAt && <SubmitButton variant="ghost">{t("evaluation.keepForLater")}</SubmitButton>}
          <SubmitButton name="handIn" value="yes">
            {t(assessment.handedInAt ? "evaluation.handInAgain" : "evaluation.handIn")}
          </SubmitButton>
        </div>
      )}
    </>
  );
}
