/** How the lines of a chart look, told apart by colour and by dashes; a fifth and further ones are quiet. */
const styles = [
  { className: "stroke-accent", strokeWidth: 2.5, strokeDasharray: undefined },
  { className: "stroke-storm", strokeWidth: 2, strokeDasharray: "7 4" },
  { className: "stroke-spark-text", strokeWidth: 2, strokeDasharray: "2 3.5" },
  { className: "stroke-success", strokeWidth: 2, strokeDasharray: "10 4 2 4" },
  { className: "stroke-muted", strokeWidth: 1.25, strokeDasharray: "4 3" },
] as const;

/** How a chart's line looks. */
export const lineStyle = (index: number) => styles[Math.min(index, styles.length - 1)] ?? styles[0];

/** A small piece of a line, for a legend. */
export function LineSample({ index }: { index: number }) {
  return (
    <svg aria-hidden className="h-2 w-6 shrink-0">
      <line x1={0} x2={24} y1={4} y2={4} {...lineStyle(index)} />
    </svg>
  );
}
