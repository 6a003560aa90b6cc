import { markValues } from "@/lib/evaluation/schema";

const [WIDTH, HEIGHT, EDGE] = [120, 20, 8];
const at = (mark: number) => EDGE + ((mark - 1) / 4) * (WIDTH - 2 * EDGE);

/** Where each reviewer stands on the scale, and where the mean is. The same is written beside it. */
export function ScoreStrip({ means, mean }: { means: number[]; mean: number }) {
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-5 w-30 shrink-0">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={10} y2={10} className="stroke-line-strong" />
      {markValues.map((mark) => (
        <line key={mark} x1={at(mark)} x2={at(mark)} y1={7.5} y2={12.5} className="stroke-line-strong" />
      ))}
      <line x1={at(mean)} x2={at(mean)} y1={2} y2={18} strokeWidth={2} className="stroke-ink" />
      {means.map((one, index) => (
        <circle key={index} cx={at(one)} cy={10} r={4} className="fill-accent stroke-surface" strokeWidth={1.5} />
      ))}
    </svg>
  );
}
