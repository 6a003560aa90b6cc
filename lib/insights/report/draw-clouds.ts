import { scaleLinear, scaleSqrt } from "d3-scale";
import { numberOf } from "../cell-text";
import { type Bank, layFlow, river } from "../flow-layout";
import type { Chart } from "../section";
import { colours } from "./colours";
import { type Drawn, figuresOf, marked, nameOf, said, told } from "./drawn";
import { box, dot, drawing, fitted, stroke, text } from "./svg";

/** So many dots carry a number, by which the list below them names them. */
const MOST_NAMED = 8;
const [TOP, BOTTOM, LEFT] = [16, 210, 26];

/** Two figures of each row against each other; the first rows by number, and by name below. */
export function drawScatter({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "scatter" }>>): string {
  const scaleOf = (key: string, range: [number, number]) => {
    const all = told(figuresOf(of, key));
    return scaleLinear([Math.min(...all), Math.max(...all)], range).nice(4);
  };
  const [x, y] = [scaleOf(chart.x, [LEFT + 8, width - 12]), scaleOf(chart.y, [BOTTOM - 6, TOP + 8])];
  const sizes = chart.size ? figuresOf(of, chart.size).map((size) => size ?? 0) : [];
  const radius = scaleSqrt([0, Math.max(1, ...sizes)], [2, 8]);
  const dots = of.rows.flatMap((row, index) => {
    const [across, up] = [numberOf(row.cells[chart.x]), numberOf(row.cells[chart.y])];
    return across === null || up === null
      ? []
      : [{ row, x: x(across), y: y(up), r: chart.size ? radius(sizes[index] ?? 0) : 3 }];
  });
  const named = dots.slice(0, MOST_NAMED);
  const muted = { size: 7.5, fill: colours.muted } as const;
  return drawing(width, BOTTOM + 30 + Math.ceil(named.length / 2) * 13, [
    text(0, 8, `↑ ${nameOf(of, chart.y, voice)}`, { size: 8, isBold: true }),
    text(width, BOTTOM + 22, nameOf(of, chart.x, voice), { size: 8, isBold: true, anchor: "end" }),
    ...x
      .ticks(4)
      .flatMap((mark) => [
        stroke(x(mark), TOP, x(mark), BOTTOM, colours.line),
        text(x(mark), BOTTOM + 11, marked(of, chart.x, mark, voice), { ...muted, anchor: "middle" }),
      ]),
    ...y
      .ticks(4)
      .flatMap((mark) => [
        stroke(LEFT, y(mark), width, y(mark), colours.line),
        text(LEFT - 4, y(mark) + 3, marked(of, chart.y, mark, voice), { ...muted, anchor: "end" }),
      ]),
    ...dots.slice(MOST_NAMED).map((one) => dot(one.x, one.y, one.r, colours.pale)),
    ...named.toReversed().flatMap((one, index) => [
      dot(one.x, one.y, Math.max(6, one.r), colours.accent),
      text(one.x, one.y + 2.6, String(named.length - index), {
        size: 7.5,
        isBold: true,
        fill: colours.paper,
        anchor: "middle",
      }),
    ]),
    ...named.map(({ row }, index) =>
      text(
        (index % 2) * (width / 2),
        BOTTOM + 36 + Math.floor(index / 2) * 13,
        fitted(`${index + 1}  ${said(of, row, chart.label, voice)}`, width / 2 - 12, 8),
        { size: 8 },
      ),
    ),
  ]);
}

/** What went from where to where, as bands. */
export function drawFlow({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "flow" }>>): string {
  const { left, right, bands, height } = layFlow(
    of.rows.map((row) => ({
      from: said(of, row, chart.from, voice),
      to: said(of, row, chart.to, voice),
      value: numberOf(row.cells[chart.value]) ?? 0,
    })),
  );
  const [from, to, scale] = [134, width - 134, 0.72];
  const bank =
    (isRight: boolean) =>
    ({ name, value, y, height }: Bank) => {
      const middle = (y + height / 2) * scale;
      const where = { anchor: isRight ? "start" : "end" } as const;
      const at = isRight ? to + 8 : from - 8;
      return [
        box(isRight ? to : from - 3, y * scale, 3, height * scale, colours.accent),
        text(at, middle - 1, fitted(name, 120), where),
        text(at, middle + 9, marked(of, chart.value, value, voice), { ...where, isBold: true }),
      ];
    };
  return drawing(width, height * scale + 4, [
    ...bands.map(
      (band) =>
        `<path d="${river({ source: { at: [from, band.start * scale] }, target: { at: [to, band.end * scale] } }) ?? ""}" fill="none" stroke="#${colours.accent}" stroke-opacity="0.28" stroke-width="${Math.max(0.75, band.width * scale)}"/>`,
    ),
    ...left.flatMap(bank(false)),
    ...right.flatMap(bank(true)),
  ]);
}
