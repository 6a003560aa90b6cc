import { cx } from "class-variance-authority";
import { keepApart } from "./keep-apart";
import { lineStyle } from "./line-style";

const LINE = 18;

/** What is written at the right end of lines: what they are, and where they stand now. */
export function LineEnds(props: {
  height: number;
  ends: { series: number; name: string; y: number; text: string }[];
  isNamed: boolean;
}) {
  const { height, ends, isNamed } = props;
  const heights = keepApart(
    ends.map(({ y }) => y),
    LINE,
    height - 40,
  );
  return (
    <svg
      aria-hidden
      height={height}
      className={cx("shrink-0 overflow-visible text-xs tabular-nums", isNamed ? "w-20 sm:w-48" : "w-16")}
    >
      {ends.map(({ series, name, text }, index) => (
        <g key={series}>
          {isNamed && <line x1={10} x2={28} y1={heights[index] ?? 0} y2={heights[index] ?? 0} {...lineStyle(series)} />}
          <text x={isNamed ? 34 : 10} y={(heights[index] ?? 0) + 4} className="fill-ink font-semibold">
            {text}
            {isNamed && (
              <tspan dx={6} className="fill-muted font-normal max-sm:hidden">
                {name}
              </tspan>
            )}
          </text>
        </g>
      ))}
    </svg>
  );
}
