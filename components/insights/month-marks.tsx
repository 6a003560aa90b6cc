import type { FigureVoice } from "@/lib/insights/cell-text";
import { percent } from "./figures";

/** So many months are written below a chart, so that they have room on a phone. */
const MOST_MARKS = 5;

/** Which of so many months are written below a chart: evenly, the first and mostly the last. */
export function markedMonths(count: number): number[] {
  const step = Math.max(1, Math.ceil((count - 1) / (MOST_MARKS - 1)));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

const anchorOf = (place: number) => (place < 1 ? "start" : place > 99 ? "end" : "middle");

/** The months below a chart; years only where one begins to be told. */
export function MonthMarks(props: {
  months: string[];
  placeOf: (index: number) => number;
  y: number;
  voice: FigureVoice;
}) {
  const { months, placeOf, y, voice } = props;
  const marked = markedMonths(months.length);
  return marked.map((index, nth) => {
    const month = months[index] ?? "";
    const isNewYear = month.slice(0, 4) !== months[marked[nth - 1] ?? -1]?.slice(0, 4);
    const at = new Date(`${month}-01T12:00:00Z`);
    const said = (how: Intl.DateTimeFormatOptions, below: number) => (
      <text x={percent(placeOf(index))} y={y + below} textAnchor={anchorOf(placeOf(index))} className="fill-muted">
        {voice.format.dateTime(at, { timeZone: "UTC", ...how })}
      </text>
    );
    return (
      <g key={month}>
        {said({ month: "short" }, 0)}
        {isNewYear && said({ year: "numeric" }, 14)}
      </g>
    );
  });
}
