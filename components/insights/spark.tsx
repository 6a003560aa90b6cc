import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

const [WIDTH, HEIGHT] = [200, 36];

/** How a figure went, as a line without numbers: they stand in the section that the card leads to. */
export function Spark({ figures }: { figures: (number | null)[] }) {
  const known = figures.filter((figure) => figure !== null);
  if (known.length < 2) return null;
  const x = scaleLinear([0, figures.length - 1], [2, WIDTH - 2]);
  const y = scaleLinear([Math.min(0, ...known), Math.max(...known) || 1], [HEIGHT - 3, 3]);
  const path = line<number | null>(
    (_, at) => x(at),
    (figure) => y(figure ?? 0),
  ).defined((figure) => figure !== null);
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="mt-3 h-9 w-full">
      <line
        x1={0}
        x2={WIDTH}
        y1={HEIGHT - 3}
        y2={HEIGHT - 3}
        className="stroke-line"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={path(figures) ?? undefined}
        fill="none"
        strokeWidth={2}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        className="stroke-accent"
      />
    </svg>
  );
}
