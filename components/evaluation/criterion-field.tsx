"use client";

import { type Criterion, markValues } from "@/lib/evaluation/schema";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Badge } from "../ui/badge";
import { CircleAlert } from "../ui/icons";
import { Textarea } from "../ui/textarea";
import { markLabel } from "./mark-label";

const choiceStyle =
  "flex min-h-11 cursor-pointer flex-col items-center gap-0.5 rounded-control border border-line-strong bg-surface px-1 py-2 text-center transition-colors hover:border-muted hover:bg-sunken has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus forced-colors:has-checked:outline-3";

/**
 * One criterion with its five marks and room for a note.
 *
 * @param place where it stands in the form, from 1: what its fields are named by
 * @param value the mark it has now
 * @param isLow whether that mark needs a note
 */
export function CriterionField(props: {
  criterion: Criterion;
  place: number;
  value: number | undefined;
  note: string;
  isLow: boolean;
  isOpen: boolean;
  error: MessageKey | undefined;
  onMark: (value: number) => void;
}) {
  const { criterion, place, value, note, isLow, isOpen, error, onMark } = props;
  const t = useTranslations();
  const [help, problem] = [`help${place}`, `error${place}`];
  return (
    <fieldset
      data-criterion
      aria-describedby={
        [criterion.help && help, error && value === undefined && problem].filter(Boolean).join(" ") || undefined
      }
      className="min-w-0 space-y-3 border-line border-t pt-5 first:border-t-0 first:pt-0"
    >
      <legend className="contents">
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="font-semibold">{criterion.name}</span>
          <span className="flex items-center gap-2 text-muted text-xs">
            <Badge>{t(`evaluation.part_${criterion.part}`)}</Badge>
            {t("evaluation.weightOf", { weight: criterion.weight })}
          </span>
        </span>
      </legend>
      {criterion.help && (
        <p id={help} className="text-muted text-sm">
          {criterion.help}
        </p>
      )}
      <input type="hidden" name={`criterion${place}`} value={criterion.id} />
      <div className="grid grid-cols-5 gap-1.5 sm:gap-2">
        {markValues.map((mark) => (
          <label key={mark} className={choiceStyle}>
            <input
              type="radio"
              name={`mark${place}`}
              value={mark}
              defaultChecked={value === mark}
              disabled={!isOpen}
              onChange={() => onMark(mark)}
              aria-invalid={error && value === undefined ? true : undefined}
              className="sr-only"
            />
            <span className="font-semibold text-lg tabular-nums leading-6">{mark}</span>
            <span className="text-xs leading-4 max-sm:sr-only">{markLabel(criterion, mark, t)}</span>
          </label>
        ))}
      </div>
      <p aria-hidden className="flex justify-between gap-4 text-muted text-xs sm:hidden">
        {value ? (
          <span className="w-full text-center text-ink">{markLabel(criterion, value, t)}</span>
        ) : (
          <>
            <span>1 · {markLabel(criterion, 1, t)}</span>
            <span className="text-end">5 · {markLabel(criterion, 5, t)}</span>
          </>
        )}
      </p>
      <Textarea
        label={isLow ? "evaluation.noteNeeded" : "evaluation.noteLabel"}
        optional={!isLow}
        name={`note${place}`}
        rows={1}
        maxLength={2000}
        readOnly={!isOpen}
        defaultValue={note}
        error={value === undefined ? undefined : error}
        className="min-h-10!"
      />
      {error && value === undefined && (
        <p id={problem} className="flex items-start gap-1.5 text-danger-text text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t(error)}
        </p>
      )}
    </fieldset>
  );
}
