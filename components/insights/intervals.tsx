import { scaleLinear } from "d3-scale";
import { numberOf } from "@/lib/insights/cell-text";
import type { Chart } from "@/lib/insights/section";
import { type Drawn, figureOf, MOST_DRAWN, numbersOf, percent, textOf } from "./figures";
import { MoreRows } from "./more-rows";
import { RowLabel } from "./row-label";

const EDGE = 2;

/** How sure each figure is: a dot for it, and a line from the least to the most that it may be. */
export function Intervals({ chart, of, voice }: Drawn<Extract<Chart, { kind: "intervals" }>>) {
  const { label, low, middle, high } = chart;
  const drawn = [low, middle, high].flatMap((key) => numbersOf(of, key)).filter((one) => one !== null);
  const scale = scaleLinear([Math.min(...drawn), Math.max(...drawn)], [EDGE, 100 - EDGE]).nice(4);
  const marks = scale.ticks(4);
  const at = (value: number) => percent(scale(value));
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-sm sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_auto]">
        {of.rows.slice(0, MOST_DRAWN).map((row, index) => {
          const [from, to, mid] = [low, high, middle].map((key) => numberOf(row.cells[key]));
          return (
            <li key={index} className="col-span-full grid grid-cols-subgrid items-center max-sm:py-1.5">
              <span className="leading-snug max-sm:col-span-full sm:py-1.5">
                <RowLabel row={row} text={textOf(of, row, label, voice)} />
              </span>
              <span className="relative h-7 sm:h-auto sm:min-h-9 sm:self-stretch">
                <svg aria-hidden className="absolute inset-0 size-full">
                  {marks.map((mark) => (
                    <line key={mark} x1={at(mark)} x2={at(mark)} y1="0" y2="100%" className="stroke-line" />
                  ))}
                  {typeof from === "number" && typeof to === "number" && (
                    <line x1={at(from)} x2={at(to)} y1="50%" y2="50%" strokeWidth={5} className="stroke-accent/35" />
                  )}
                  {[from, to].map(
                    (end, side) =>
                      typeof end === "number" && (
                        <svg key={side} aria-hidden x={at(end)} y="50%" className="overflow-visible">
                          <line y1={-5} y2={5} strokeWidth={1.5} className="stroke-accent" />
                        </svg>
                      ),
                  )}
                  {typeof mid === "number" && (
                    <circle cx={at(mid)} cy="50%" r={5} strokeWidth={2} className="fill-accent stroke-surface" />
                  )}
                </svg>
              </span>
              <span className="text-right tabular-nums">
                <span className="font-semibold">{textOf(of, row, middle, voice)}</span>
                {typeof from === "number" && typeof to === "number" && (
                  <span className="block text-muted text-xs">
                    {voice.t("charts.fromTo", { from: textOf(of, row, low, voice), to: textOf(of, row, high, voice) })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
        <li aria-hidden className="col-span-full grid grid-cols-subgrid">
          <svg aria-hidden width="100%" className="h-5 overflow-visible text-xs sm:col-start-2">
            {marks.map((mark) => (
              <text key={mark} x={at(mark)} y={14} textAnchor="middle" className="fill-muted tabular-nums">
                {figureOf(of, middle, mark, voice)}
              </text>
            ))}
          </svg>
        </li>
      </ul>
      <MoreRows rows={of.rows.length} voice={voice} />
    </>
  );
}
