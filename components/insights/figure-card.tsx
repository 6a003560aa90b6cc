import { cellText, type FigureVoice, isHidden, numberOf, saidText } from "@/lib/insights/cell-text";
import type { Figure, Section } from "@/lib/insights/section";
import { Spark } from "./spark";

/** One of the figures that leaders are asked for, with what it was before, what is wanted, and what others have. */
export function FigureCard({ of, figure, voice }: { of: Section; figure: Figure; voice: FigureVoice }) {
  const { t } = voice;
  const said = (cell: Figure["value"]) => cellText(cell, figure.kind, voice);
  const line = of.chart?.kind === "lines" ? of.chart.y[0] : undefined;
  return (
    <article
      aria-labelledby={`${of.key}-figure`}
      className="relative row-span-5 grid grid-rows-subgrid gap-0 rounded-card border border-line bg-surface p-4 shadow-card transition-colors focus-within:border-line-strong hover:border-line-strong print:shadow-none"
    >
      <h3 id={`${of.key}-figure`} className="text-muted text-sm">
        <a href={figure.href} className="after:absolute after:inset-0 after:rounded-card">
          {t(of.title)}
        </a>
      </h3>
      <span
        className={
          figure.value === null || isHidden(figure.value)
            ? "mt-1 text-lg text-muted"
            : "mt-1 font-bold text-3xl tabular-nums tracking-tight"
        }
      >
        {said(figure.value)}
      </span>
      <span className="mt-1 flex flex-wrap content-start gap-x-3 text-muted text-xs tabular-nums">
        {figure.before !== null && <span>{t("insights.before", { value: said(figure.before) })}</span>}
        {figure.target !== null && <span>{t("insights.target", { value: said(figure.target) })}</span>}
      </span>
      {line ? <Spark figures={of.rows.map(({ cells }) => numberOf(cells[line]))} /> : <span />}
      <span className="pt-3 text-muted text-xs leading-snug">{saidText(figure.benchmark, voice)}</span>
    </article>
  );
}
