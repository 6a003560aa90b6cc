import type { Result } from "@/lib/evaluation/schema";
import { statusNames } from "@/lib/ideas/states";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { TriangleAlert } from "../ui/icons";
import { ScoreStrip } from "./score-strip";

/** Evaluated ideas in their order, each with its mean, its spread, and what the best reviewer gave. */
export function ResultList(props: { results: Result[]; first: number; locale: string } & Omit<Voice, "now">) {
  const { results, first, locale, t, format } = props;
  return (
    <ol
      start={first}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card"
    >
      {results.map((result, index) => (
        <li key={result.ideaId}>
          <Row
            result={result}
            place={first + index}
            lang={result.language === locale ? undefined : result.language}
            t={t}
            format={format}
          />
        </li>
      ))}
    </ol>
  );
}

function Row(props: { result: Result; place: number; lang: string | undefined } & Omit<Voice, "now">) {
  const { result, place, lang, t, format } = props;
  const { score } = result;
  const number = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <a
      data-step
      href={`/review/${result.ideaId}/evaluation`}
      className="-outline-offset-2 grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 px-4 py-3.5 transition-colors hover:bg-sunken"
    >
      <span aria-hidden className="text-right text-muted text-sm tabular-nums">
        {place}
      </span>
      <span className="min-w-0 space-y-1">
        <span lang={lang} className="line-clamp-2 font-medium">
          {result.title}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs tabular-nums">
          <span>{t(statusNames[result.status as keyof typeof statusNames])}</span>
          <span>{t("evaluation.handedInOf", { handedIn: result.handedIn, assigned: result.assigned })}</span>
          <span>
            {t("evaluation.best")} {number(score.best)}
          </span>
          {score.isDisputed && (
            <Badge tone="warning">
              <TriangleAlert aria-hidden />
              {t("evaluation.disputed")}
            </Badge>
          )}
        </span>
      </span>
      <span className="flex items-center gap-3">
        <span className="max-sm:hidden">
          <ScoreStrip means={Object.values(score.reviewers)} mean={score.mean} />
        </span>
        <span className="text-right tabular-nums">
          <span className="sr-only">{t("evaluation.mean")} </span>
          <span className="block font-bold text-xl tracking-tight">{number(score.mean)}</span>
          <span className="block text-muted text-xs">
            <span className="sr-only">{t("evaluation.spread")} </span>
            {score.spread === null ? t("evaluation.noMark") : `± ${number(score.spread)}`}
          </span>
        </span>
      </span>
    </a>
  );
}
