import { scaleLinear } from "d3-scale";
import { isHidden, numberOf } from "@/lib/insights/cell-text";
import type { Chart } from "@/lib/insights/section";
import { type Drawn, labelOf, MOST_DRAWN, numbersOf, percent, textOf } from "./figures";
import { Legend } from "./legend";
import { MoreRows } from "./more-rows";
import { RowLabel } from "./row-label";

const swatch = "h-2.5 w-5 shrink-0 rounded-xs";
const quiet = "fill-sunken stroke-line-strong";

/** Figures side by side, each written at the end of its bar; a second one is a paler, outlined bar below. */
export function Bars({ chart, of, voice }: Drawn<Extract<Chart, { kind: "bars" }>>) {
  const { label, value, beside } = chart;
  const drawn = [...numbersOf(of, value), ...(beside ? numbersOf(of, beside) : [])].filter((one) => one !== null);
  const place = scaleLinear([Math.min(0, ...drawn), Math.max(0, ...drawn)], [0, 100]);
  const bar = (to: number | null, y: number, height: number, className: string) =>
    to !== null && (
      <rect
        x={percent(place(Math.min(0, to)))}
        width={percent(Math.abs(place(to) - place(0)))}
        y={y}
        height={height}
        rx={1.5}
        className={className}
      />
    );
  return (
    <>
      {beside && (
        <Legend
          parts={[
            { sample: <span className={`${swatch} bg-accent`} />, name: labelOf(of, value, voice) },
            {
              sample: <span className={`${swatch} border border-line-strong bg-sunken`} />,
              name: labelOf(of, beside, voice),
            },
          ]}
        />
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2.5 text-sm sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)_auto] sm:gap-y-1.5">
        {of.rows.slice(0, MOST_DRAWN).map((row, index) => (
          <li key={index} className="col-span-full grid grid-cols-subgrid items-center gap-y-1">
            <span className="max-sm:col-span-full sm:text-right">
              <RowLabel row={row} text={textOf(of, row, label, voice)} />
            </span>
            <svg aria-hidden width="100%" className={beside ? "h-7" : "h-5"}>
              {bar(numberOf(row.cells[value]), beside ? 2 : 2, beside ? 14 : 16, "fill-accent")}
              {beside && bar(numberOf(row.cells[beside]), 17.5, 7, quiet)}
              <line x1={percent(place(0))} x2={percent(place(0))} y1="0" y2="100%" className="stroke-line-strong" />
            </svg>
            <span className="text-right tabular-nums">
              <span className={isHidden(row.cells[value]) ? "text-muted text-xs" : "font-semibold"}>
                {textOf(of, row, value, voice)}
              </span>
              {beside && (
                <span className="block text-muted text-xs">
                  <span className="sr-only">{labelOf(of, beside, voice)}: </span>
                  {textOf(of, row, beside, voice)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <MoreRows rows={of.rows.length} voice={voice} />
    </>
  );
}
