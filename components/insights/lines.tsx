import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Chart } from "@/lib/insights/section";
import { columnOf, type Drawn, figureOf, labelOf, numbersOf, percent, textOf } from "./figures";
import { Legend } from "./legend";
import { LineEnds } from "./line-ends";
import { LineSample, lineStyle } from "./line-style";
import { MonthMarks } from "./month-marks";

const [HEIGHT, TOP, BOTTOM, WIDTH] = [252, 22, 208, 1000];

/** How figures went from month to month. The last one is written at the end of its line; a wish for it is a dashed level. */
export function Lines({ chart, of, voice }: Drawn<Extract<Chart, { kind: "lines" }>>) {
  const series = chart.y.map((key) => ({ key, figures: numbersOf(of, key), name: labelOf(of, key, voice) }));
  const all = [...series.flatMap(({ figures }) => figures), chart.target ?? null].filter((one) => one !== null);
  const y = scaleLinear([Math.min(0, ...all), Math.max(0, ...all) || 1], [BOTTOM, TOP]).nice(3);
  // Of things that are counted there is no half.
  const isCounted = columnOf(of, chart.y[0] ?? "")?.kind === "count";
  const levels = y.ticks(3).filter((level) => !isCounted || Number.isInteger(level));
  const last = Math.max(1, of.rows.length - 1);
  const placeOf = (index: number) => (index / last) * 100;
  const path = line<number | null>(
    (_, index) => (index / last) * WIDTH,
    (one) => y(one ?? 0),
  ).defined((one) => one !== null);
  const levelOf = (value: number) => figureOf(of, chart.y[0] ?? "", value, voice);
  return (
    <>
      {series.length > 1 && (
        <Legend
          className="sm:hidden"
          parts={series.map(({ name }, index) => ({ sample: <LineSample index={index} />, name }))}
        />
      )}
      <div className="flex">
        <svg
          role="img"
          aria-label={voice.t("charts.picture", { title: voice.t(of.title) })}
          height={HEIGHT}
          className="min-w-0 flex-1 overflow-visible text-xs tabular-nums"
        >
          {levels.map((level) => (
            <line
              key={level}
              x2="100%"
              y1={y(level)}
              y2={y(level)}
              className={level === 0 ? "stroke-line-strong" : "stroke-line"}
            />
          ))}
          <svg
            aria-hidden
            width="100%"
            height={HEIGHT}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="overflow-visible"
          >
            {series.map(({ key, figures }, index) => (
              <path
                key={key}
                d={path(figures) ?? undefined}
                fill="none"
                strokeLinejoin="round"
                strokeLinecap={index === 0 ? "round" : "butt"}
                vectorEffect="non-scaling-stroke"
                {...lineStyle(index)}
              />
            ))}
          </svg>
          {series.flatMap(({ key, figures }, index) =>
            figures.map((figure, at) =>
              figure !== null && (at === lastOf(figures) || isAlone(figures, at)) ? (
                <circle
                  key={`${key}-${at}`}
                  cx={percent(placeOf(at))}
                  cy={y(figure)}
                  r={4}
                  strokeWidth={2}
                  className={`fill-surface ${lineStyle(index).className}`}
                />
              ) : null,
            ),
          )}
          {levels.map(
            (level) =>
              level !== 0 && (
                <text key={level} y={y(level) - 5} className={`fill-muted ${halo}`} {...haloPaint}>
                  {levelOf(level)}
                </text>
              ),
          )}
          {chart.target !== undefined && (
            <g>
              <line
                x2="100%"
                y1={y(chart.target)}
                y2={y(chart.target)}
                strokeWidth={1.5}
                strokeDasharray="3 3"
                className="stroke-ink"
              />
              <text
                x="50%"
                y={y(chart.target) - 6}
                textAnchor="middle"
                className={`fill-ink font-medium ${halo}`}
                {...haloPaint}
              >
                {voice.t("charts.target", { value: levelOf(chart.target) })}
              </text>
            </g>
          )}
          <MonthMarks
            months={of.rows.map(({ cells }) => String(cells[chart.x]))}
            placeOf={placeOf}
            y={BOTTOM + 20}
            voice={voice}
          />
          {of.rows.map((row, at) => (
            <rect
              key={at}
              x={percent(Math.max(0, placeOf(at - 0.5)))}
              width={percent(100 / last)}
              height={BOTTOM}
              fillOpacity={0}
            >
              <title>
                {[
                  textOf(of, row, chart.x, voice),
                  ...series.map(({ key, name }) => `${name}: ${textOf(of, row, key, voice)}`),
                ].join("\n")}
              </title>
            </rect>
          ))}
        </svg>
        <LineEnds
          height={HEIGHT}
          ends={series.flatMap(({ key, figures, name }, index) => {
            const at = lastOf(figures);
            const figure = figures[at];
            const row = of.rows[at];
            return row && typeof figure === "number"
              ? [{ series: index, name, y: y(figure), text: textOf(of, row, key, voice) }]
              : [];
          })}
          isNamed={series.length > 1}
        />
      </div>
    </>
  );
}

/** Writing over lines stays readable. */
const [halo, haloPaint] = [
  "stroke-surface",
  { paintOrder: "stroke", strokeWidth: 4, strokeLinejoin: "round" },
] as const;

const lastOf = (figures: (number | null)[]) => figures.findLastIndex((figure) => figure !== null);

/** A figure between two that are not told would be no line at all. */
const isAlone = (figures: (number | null)[], at: number) =>
  (figures[at - 1] ?? null) === null && (figures[at + 1] ?? null) === null;
