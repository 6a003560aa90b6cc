import type { FigureVoice } from "@/lib/insights/cell-text";
import type { Quarters } from "@/lib/insights/section";
import { percent } from "./figures";

/** The two lines that divide a drawing, and what its corners mean. */
export function Corners(props: {
  of: Quarters;
  x: number;
  y: number;
  within: Record<"left" | "right" | "top" | "bottom", number>;
  voice: FigureVoice;
}) {
  const { of, x, y, within, voice } = props;
  const { left, right, top, bottom } = within;
  const corners = [
    { word: of.upLeft, at: left + 1, anchor: "start", line: top + 4 },
    { word: of.upRight, at: right, anchor: "end", line: top + 4 },
    { word: of.downLeft, at: left + 1, anchor: "start", line: bottom - 2 },
    { word: of.downRight, at: right, anchor: "end", line: bottom - 2 },
  ] as const;
  return (
    <g>
      <line
        x1={percent(x)}
        x2={percent(x)}
        y1={`${top}%`}
        y2={`${bottom}%`}
        className="stroke-muted"
        strokeDasharray="4 4"
      />
      <line
        x1={`${left}%`}
        x2={`${right}%`}
        y1={percent(y)}
        y2={percent(y)}
        className="stroke-muted"
        strokeDasharray="4 4"
      />
      {corners.map(({ word, at, anchor, line }) => (
        <text key={word} x={percent(at)} y={percent(line)} textAnchor={anchor} className="fill-muted font-semibold">
          {voice.t(word)}
        </text>
      ))}
    </g>
  );
}
