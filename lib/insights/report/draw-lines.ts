import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { monthText } from "../cell-text";
import type { Chart } from "../section";
import { colours, lineColours } from "./colours";
import { type Drawn, figuresOf, MOST_DRAWN, marked, nameOf, said, told } from "./drawn";
import { dot, drawing, fitted, stroke, text } from "./svg";

const [HEIGHT, TOP, BOTTOM, RIGHT] = [150, 14, 128, 110];
const dashes = ["", "5 3", "1.5 2.5", "7 3 1.5 3"];

/** Heights at least a line apart, in the order of the lines' ends. */
function apart(heights: number[]): number[] {
  const order = [...heights.keys()].sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const moved = [...heights];
  let above = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    above = Math.max(moved[index] ?? 0, above + 10);
    moved[index] = above;
  }
  return moved;
}

/** Figures from month to month, named at the ends of their lines. */
export function drawLines({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "lines" }>>): string {
  const series = chart.y.map((key) => ({ key, figures: figuresOf(of, key) }));
  const all = [
    ...series.flatMap(({ figures }) => told(figures)),
    ...(chart.target === undefined ? [] : [chart.target]),
  ];
  const y = scaleLinear([Math.min(0, ...all), Math.max(0, ...all) || 1], [BOTTOM, TOP]).nice(3);
  const x = scaleLinear([0, Math.max(1, of.rows.length - 1)], [4, width - RIGHT]);
  const path = line<number | null>(
    (_, at) => x(at),
    (one) => y(one ?? 0),
  ).defined((one) => one !== null);
  const key = chart.y[0] ?? "";
  const every = Math.max(1, Math.ceil((of.rows.length - 1) / 6));
  const ends = series.flatMap(({ key, figures }, index) => {
    const at = figures.findLastIndex((one) => one !== null);
    const [row, figure] = [of.rows[at], figures[at]];
    if (!row || typeof figure !== "number") return [];
    const name = series.length > 1 ? ` ${fitted(nameOf(of, key, voice), RIGHT - 40, 8)}` : "";
    return [{ x: x(at), y: y(figure), index, text: `${said(of, row, key, voice)}${name}` }];
  });
  const heights = apart(ends.map((end) => end.y));
  return drawing(width, HEIGHT, [
    ...y
      .ticks(3)
      .flatMap((level) => [
        stroke(0, y(level), width - RIGHT, y(level), level === 0 ? colours.muted : colours.line),
        level !== 0 && text(0, y(level) - 3, marked(of, key, level, voice), { size: 7.5, fill: colours.muted }),
      ]),
    ...series.map(
      ({ figures }, index) =>
        `<path d="${path(figures) ?? ""}" fill="none" stroke="#${lineColours[index] ?? colours.muted}" stroke-width="1.6" stroke-linejoin="round"${dashes[index] ? ` stroke-dasharray="${dashes[index]}"` : ""}/>`,
    ),
    chart.target !== undefined && stroke(0, y(chart.target), width - RIGHT, y(chart.target), colours.ink, 0.8, "2 2"),
    chart.target !== undefined &&
      text(
        (width - RIGHT) / 2,
        y(chart.target) - 3,
        voice.t("charts.target", { value: marked(of, key, chart.target, voice) }),
        { anchor: "middle", size: 7.5 },
      ),
    ...ends.flatMap((end, nth) => [
      dot(end.x, end.y, 2.5, lineColours[end.index] ?? colours.muted),
      stroke(
        end.x + 6,
        heights[nth] ?? 0,
        end.x + 18,
        heights[nth] ?? 0,
        lineColours[end.index] ?? colours.muted,
        1.6,
        dashes[end.index],
      ),
      text(end.x + 22, (heights[nth] ?? 0) + 3, end.text, { size: 8, isBold: series.length === 1 }),
    ]),
    ...of.rows.map((row, at) =>
      at % every === 0
        ? text(x(at), BOTTOM + 12, monthText(String(row.cells[chart.x]), voice), {
            size: 7.5,
            fill: colours.muted,
            anchor: at === 0 ? "start" : "middle",
          })
        : "",
    ),
  ]);
}

/** Figures with the least and the most that they may be. */
export function drawIntervals({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "intervals" }>>): string {
  const { label, low, middle, high } = chart;
  const rows = of.rows.slice(0, MOST_DRAWN);
  const columns = [low, middle, high].map((key) => figuresOf(of, key));
  const all = columns.flatMap(told);
  const x = scaleLinear([Math.min(...all), Math.max(...all)], [232, width - 100]).nice(4);
  const end = rows.length * 18 + 2;
  const drawn = rows.flatMap((row, index) => {
    const at = index * 18 + 10;
    const [from, mid, to] = columns.map((figures) => figures[index] ?? null);
    const range = typeof from === "number" && typeof to === "number";
    return [
      text(0, at + 3, fitted(said(of, row, label, voice), 222)),
      range && stroke(x(from), at, x(to), at, colours.pale, 3.5),
      range && stroke(x(from), at - 3.5, x(from), at + 3.5, colours.accent, 1),
      range && stroke(x(to), at - 3.5, x(to), at + 3.5, colours.accent, 1),
      typeof mid === "number" && dot(x(mid), at, 3.2, colours.accent),
      text(width - 66, at + 3, said(of, row, middle, voice), { isBold: true, anchor: "end" }),
      range &&
        text(
          width,
          at + 3,
          voice.t("charts.fromTo", { from: said(of, row, low, voice), to: said(of, row, high, voice) }),
          { size: 7, fill: colours.muted, anchor: "end" },
        ),
    ];
  });
  const marks = x
    .ticks(4)
    .flatMap((mark) => [
      stroke(x(mark), 0, x(mark), end, colours.line),
      text(x(mark), end + 9, marked(of, middle, mark, voice), { size: 7.5, fill: colours.muted, anchor: "middle" }),
    ]);
  return drawing(width, end + 12, [...marks, ...drawn]);
}
