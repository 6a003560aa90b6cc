import { cx } from "class-variance-authority";
import { numberOf } from "@/lib/insights/cell-text";
import { type Bank, layFlow, river } from "@/lib/insights/flow-layout";
import type { Chart } from "@/lib/insights/section";
import { type Drawn, figureOf, labelOf, textOf } from "./figures";

const WIDTH = 1000;

/** What went from where to where, as bands that are as broad as there was much of it. */
export function Flow({ chart, of, voice }: Drawn<Extract<Chart, { kind: "flow" }>>) {
  const { left, right, bands, height } = layFlow(
    of.rows.map((row) => ({
      from: textOf(of, row, chart.from, voice),
      to: textOf(of, row, chart.to, voice),
      value: numberOf(row.cells[chart.value]) ?? 0,
    })),
  );
  const figure = (value: number) => figureOf(of, chart.value, value, voice);
  return (
    <div role="img" aria-label={voice.t("charts.picture", { title: voice.t(of.title) })}>
      <div className="mb-2 flex justify-between text-muted text-xs">
        <span>{labelOf(of, chart.from, voice)}</span>
        <span>{labelOf(of, chart.to, voice)}</span>
      </div>
      <div className="flex gap-2">
        <Banks banks={left} height={height} figure={figure} />
        <svg
          aria-hidden
          height={height}
          viewBox={`0 0 ${WIDTH} ${height}`}
          preserveAspectRatio="none"
          className="min-w-0 flex-1"
        >
          {bands.map(({ from, to, value, width, start, end }) => (
            <path
              key={`${from} ${to}`}
              d={river({ source: { at: [0, start] }, target: { at: [WIDTH, end] } }) ?? undefined}
              fill="none"
              strokeWidth={width}
              className="stroke-accent/30 hover:stroke-accent/60"
            >
              <title>{`${from} → ${to}: ${figure(value)}`}</title>
            </path>
          ))}
        </svg>
        <Banks banks={right} height={height} figure={figure} isRight />
      </div>
    </div>
  );
}

function Banks(props: { banks: Bank[]; height: number; figure: (value: number) => string; isRight?: boolean }) {
  const { banks, height, figure, isRight = false } = props;
  return (
    <svg aria-hidden height={height} className="w-26 shrink-0 text-xs leading-tight sm:w-44 sm:text-sm">
      {banks.map(({ name, value, y, height }) => (
        <foreignObject key={name} y={y} width="100%" height={height}>
          <div
            className={cx(
              "flex h-full flex-col justify-center border-accent",
              isRight ? "border-l-4 pl-2" : "border-r-4 pr-2 text-right",
            )}
          >
            <span className="truncate" title={name}>
              {name}
            </span>
            <span className="font-semibold tabular-nums">{figure(value)}</span>
          </div>
        </foreignObject>
      ))}
    </svg>
  );
}
