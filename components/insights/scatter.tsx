import { scaleLinear, scaleSqrt } from "d3-scale";
import { numberOf } from "@/lib/insights/cell-text";
import type { Chart } from "@/lib/insights/section";
import { Corners } from "./corners";
import { type Drawn, figureOf, labelOf, numbersOf, percent, textOf } from "./figures";
import { RowLabel } from "./row-label";

/** So many dots carry a number, by which the list below names them: names beside dots would lie over each other. */
const MOST_NAMED = 8;
const [LEFT, RIGHT, TOP, BOTTOM] = [7, 97, 5, 92];
const NAMED_RADIUS = 11;

/** Two figures of each row against each other. The first rows are numbered, and named below. */
export function Scatter({ chart, of, voice }: Drawn<Extract<Chart, { kind: "scatter" }>>) {
  const { label, quarters } = chart;
  const scaleOf = (key: string, range: [number, number], middle: number[]) => {
    // The lines that divide it stand well inside, wherever the dots are.
    const drawn = [...numbersOf(of, key).filter((one) => one !== null), ...middle.flatMap((one) => [one - 1, one + 1])];
    return scaleLinear([Math.min(...drawn), Math.max(...drawn)], range).nice(4);
  };
  const [x, y] = [
    scaleOf(chart.x, [LEFT, RIGHT], quarters ? [quarters.x] : []),
    scaleOf(chart.y, [BOTTOM, TOP], quarters ? [quarters.y] : []),
  ];
  const sizes = chart.size ? numbersOf(of, chart.size).map((size) => size ?? 0) : [];
  const radius = scaleSqrt([0, Math.max(1, ...sizes)], [3, 14]);
  const dots = of.rows.flatMap((row, index) => {
    const [across, up] = [numberOf(row.cells[chart.x]), numberOf(row.cells[chart.y])];
    if (across === null || up === null) return [];
    const text = `${textOf(of, row, label, voice)}: ${textOf(of, row, chart.x, voice)} · ${textOf(of, row, chart.y, voice)}`;
    const r = chart.size ? radius(sizes[index] ?? 0) : 5;
    return [{ row, cx: percent(x(across)), cy: percent(y(up)), r, text }];
  });
  const named = dots.slice(0, MOST_NAMED);
  return (
    <>
      <p aria-hidden className="font-medium text-xs">
        ↑ {labelOf(of, chart.y, voice)}
      </p>
      <svg
        role="img"
        aria-label={voice.t("charts.picture", { title: voice.t(of.title) })}
        width="100%"
        className="h-80 text-xs tabular-nums sm:h-96"
      >
        {x.ticks(4).map((mark) => (
          <g key={`x${mark}`}>
            <line
              x1={percent(x(mark))}
              x2={percent(x(mark))}
              y1={`${TOP}%`}
              y2={`${BOTTOM}%`}
              className="stroke-line"
            />
            <text x={percent(x(mark))} y={`${BOTTOM + 6}%`} textAnchor="middle" className="fill-muted">
              {figureOf(of, chart.x, mark, voice)}
            </text>
          </g>
        ))}
        {y.ticks(4).map((mark) => (
          <g key={`y${mark}`}>
            <line
              x1={`${LEFT}%`}
              x2={`${RIGHT}%`}
              y1={percent(y(mark))}
              y2={percent(y(mark))}
              className="stroke-line"
            />
            <text x={`${LEFT - 1.5}%`} y={percent(y(mark))} dy={4} textAnchor="end" className="fill-muted">
              {figureOf(of, chart.y, mark, voice)}
            </text>
          </g>
        ))}
        {quarters && (
          <Corners
            of={quarters}
            x={x(quarters.x)}
            y={y(quarters.y)}
            voice={voice}
            within={{ left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM }}
          />
        )}
        {dots.slice(MOST_NAMED).map(({ cx, cy, r, text }, index) => (
          <circle key={index} cx={cx} cy={cy} r={r} className="fill-accent/35 stroke-accent">
            <title>{text}</title>
          </circle>
        ))}
        {named.toReversed().map(({ cx, cy, r, text }, index) => (
          <g key={index}>
            <circle
              cx={cx}
              cy={cy}
              r={Math.max(r, NAMED_RADIUS)}
              strokeWidth={2}
              className="fill-accent stroke-surface"
            >
              <title>{text}</title>
            </circle>
            <text
              x={cx}
              y={cy}
              dy={4}
              textAnchor="middle"
              className="pointer-events-none fill-accent-ink font-semibold"
            >
              {named.length - index}
            </text>
          </g>
        ))}
      </svg>
      <p aria-hidden className="text-right font-medium text-xs">
        {labelOf(of, chart.x, voice)} →
      </p>
      <ol className="mt-3 grid list-inside list-decimal gap-x-6 gap-y-1.5 text-sm marker:font-semibold marker:text-accent-text sm:grid-cols-2">
        {named.map(({ row }, index) => (
          <li key={index}>
            <RowLabel row={row} text={textOf(of, row, label, voice)} />{" "}
            <span className="whitespace-nowrap text-muted text-xs tabular-nums">
              {textOf(of, row, chart.x, voice)} · {textOf(of, row, chart.y, voice)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
