import { numberOf } from "@/lib/insights/cell-text";
import type { Chart } from "@/lib/insights/section";
import { columnOf, type Drawn, figureOf, labelOf, MOST_DRAWN, percent, textOf } from "./figures";
import { Legend } from "./legend";
import { MoreRows } from "./more-rows";
import { PartPatterns, PartSample, partFill, partWriting } from "./part-style";
import { RowLabel } from "./row-label";

/** Narrower parts, in per cent of the drawing, have no room for their figure. */
const ROOM_FOR_FIGURE = 9;

/** Narrower parts would be hidden by their own edge. */
const ROOM_FOR_EDGE = 1.5;

/** What each row's whole is made of: parts in a line, told apart by pattern as well, with their figures. */
export function Stacked({ chart, of, voice }: Drawn<Extract<Chart, { kind: "stacked" }>>) {
  const { label, parts } = chart;
  const rows = of.rows.slice(0, MOST_DRAWN).map((row) => {
    const figures = parts.map((part) => numberOf(row.cells[part]) ?? 0);
    return { row, figures, whole: figures.reduce((sum, figure) => sum + figure, 0) };
  });
  const isShares = parts.every((part) => columnOf(of, part)?.kind === "share");
  const most = Math.max(...rows.map(({ whole }) => whole), isShares ? 1 : 0) || 1;
  return (
    <>
      <PartPatterns of={of.key} />
      <Legend
        parts={parts.map((part, index) => ({
          sample: <PartSample of={of.key} index={index} />,
          name: labelOf(of, part, voice),
        }))}
      />
      <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2.5 text-sm sm:grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto] sm:gap-y-1.5">
        {rows.map(({ row, figures, whole }, index) => (
          <li key={index} className="col-span-full grid grid-cols-subgrid items-center gap-y-1">
            <span className="max-sm:col-span-full sm:text-right">
              <RowLabel row={row} text={textOf(of, row, label, voice)} />
            </span>
            <svg aria-hidden width="100%" className="h-7 text-xs tabular-nums">
              {figures.map((figure, part) => {
                const [start, width] = [sumBefore(figures, part) / most, figure / most].map((one) => one * 100);
                if (start === undefined || !width) return null;
                return (
                  <g key={parts[part]}>
                    <rect
                      x={percent(start)}
                      width={percent(width)}
                      height="100%"
                      fill={partFill(of.key, part)}
                      className="stroke-surface"
                      strokeWidth={width > ROOM_FOR_EDGE ? 1.5 : 0}
                    />
                    {width >= ROOM_FOR_FIGURE && (
                      <text
                        x={percent(start + width / 2)}
                        y={18}
                        textAnchor="middle"
                        paintOrder="stroke"
                        fontWeight={500}
                        {...partWriting(part)}
                      >
                        {figureOf(of, parts[part] ?? "", figure, voice)}
                      </text>
                    )}
                  </g>
                );
              })}
            </svg>
            <span className="text-right font-semibold tabular-nums">
              {!isShares && figureOf(of, parts[0] ?? "", whole, voice)}
              <span className="sr-only">
                {parts.map((part) => `, ${labelOf(of, part, voice)}: ${textOf(of, row, part, voice)}`).join("")}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <MoreRows rows={of.rows.length} voice={voice} />
    </>
  );
}

const sumBefore = (figures: number[], end: number) => figures.slice(0, end).reduce((sum, figure) => sum + figure, 0);
