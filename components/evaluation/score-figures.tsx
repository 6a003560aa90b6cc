import type { ReactNode } from "react";
import { parts, type Score } from "@/lib/evaluation/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { TriangleAlert } from "../ui/icons";
import { ScoreStrip } from "./score-strip";

/** What came of an evaluation, in figures: the mean with its spread, the highest by one reviewer, and each part. */
export function ScoreFigures({ score, t, format }: { score: Score } & Omit<Voice, "now">) {
  const number = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const spread = (value: number | null) => (value === null ? t("evaluation.noMark") : `± ${number(value)}`);
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="font-bold text-3xl tabular-nums tracking-tight">
          {number(score.mean)}
          <span className="ml-2 font-normal text-base text-muted">{spread(score.spread)}</span>
        </p>
        <ScoreStrip means={Object.values(score.reviewers)} mean={score.mean} />
        {score.isDisputed && (
          <Badge tone="warning" title={t("evaluation.disputedHint")}>
            <TriangleAlert aria-hidden />
            {t("evaluation.disputed")}
          </Badge>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
        <Figure name={t("evaluation.best")}>{number(score.best)}</Figure>
        {parts.map((part) => {
          const told = score.parts[part];
          return told ? (
            <Figure key={part} name={t(`evaluation.part_${part}`)}>
              {number(told.mean)} <span className="font-normal text-muted">{spread(told.spread)}</span>
            </Figure>
          ) : null;
        })}
      </dl>
      {score.isDisputed && <p className="text-muted text-sm">{t("evaluation.disputedHint")}</p>}
    </div>
  );
}

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-muted text-xs">{name}</dt>
    <dd className="font-medium tabular-nums">{children}</dd>
  </div>
);
