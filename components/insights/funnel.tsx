import { numberOf } from "@/lib/insights/cell-text";
import type { Chart } from "@/lib/insights/section";
import { type Drawn, numbersOf, percent, textOf } from "./figures";
import { RowLabel } from "./row-label";

/** How many are left at each step, of those at the first and of those at the step before. */
export function Funnel({ chart, of, voice }: Drawn<Extract<Chart, { kind: "funnel" }>>) {
  const { label, value } = chart;
  const steps = numbersOf(of, value);
  const most = Math.max(1, ...steps.filter((step) => step !== null));
  const shareOf = (step: number | null, whole: number | null | undefined) =>
    step !== null && whole
      ? voice.format.number(step / whole, { style: "percent", maximumFractionDigits: step / whole < 0.1 ? 1 : 0 })
      : null;
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-sm sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto]">
      {of.rows.map((row, index) => {
        const step = numberOf(row.cells[value]);
        const [ofBefore, ofFirst] = index > 0 ? [shareOf(step, steps[index - 1]), shareOf(step, steps[0])] : [];
        return (
          <li key={index} className="col-span-full grid grid-cols-subgrid items-center gap-y-1">
            {ofBefore && (
              <span className="py-1 text-muted text-xs max-sm:col-span-full sm:col-start-2">
                <span aria-hidden>↓ </span>
                {voice.t("charts.ofBefore", { share: ofBefore })}
              </span>
            )}
            <span className="font-medium max-sm:col-span-full sm:col-start-1 sm:text-right">
              <RowLabel row={row} text={textOf(of, row, label, voice)} />
            </span>
            <svg aria-hidden width="100%" className="h-8">
              <rect width="100%" height="100%" rx={2} className="fill-sunken" />
              <rect width={percent(((step ?? 0) / most) * 100)} height="100%" rx={2} className="fill-accent" />
            </svg>
            <span className="text-right tabular-nums sm:min-w-24">
              <span className="font-semibold">{textOf(of, row, value, voice)}</span>
              {ofFirst && (
                <span className="block text-muted text-xs">{voice.t("charts.ofFirst", { share: ofFirst })}</span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
