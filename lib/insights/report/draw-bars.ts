import { scaleLinear } from "d3-scale";
import { numberOf } from "../cell-text";
import type { Chart, Section } from "../section";
import { colours, partColours } from "./colours";
import { type Drawn, figuresOf, MOST_DRAWN, nameOf, said, told } from "./drawn";
import { box, drawing, fitted, stroke, text } from "./svg";

const [VALUE, GAP] = [74, 8];

/** Ideas have long names, and are what a reader looks for. */
const labelWidth = (of: Section, key: string) =>
  of.columns.find((column) => column.key === key)?.kind === "idea" ? 260 : 150;

/** Names of parts with a small piece of each, in one line above a drawing. */
function legend(names: { name: string; fill: string }[]): string[] {
  let x = 0;
  return names.flatMap(({ name, fill }) => {
    const at = x;
    x += 24 + name.length * 4.4;
    return [
      box(at, 2, 10, 7, fill, `stroke="#${colours.muted}" stroke-width="0.4"`),
      text(at + 14, 9, name, { size: 8, fill: colours.muted }),
    ];
  });
}

/** Bars with their figures beside them, a second one paler below. */
export function drawBars({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "bars" }>>): string {
  const { label, value, beside } = chart;
  const wide = labelWidth(of, label);
  const rows = of.rows.slice(0, MOST_DRAWN);
  const all = [...told(figuresOf(of, value)), ...(beside ? told(figuresOf(of, beside)) : [])];
  const x = scaleLinear([Math.min(0, ...all), Math.max(0, ...all)], [wide + GAP, width - VALUE]);
  const [top, height] = [beside ? 18 : 2, beside ? 20 : 15];
  const bar = (to: number | null, y: number, thick: number, fill: string) =>
    to !== null && box(Math.min(x(0), x(to)), y, Math.abs(x(to) - x(0)), thick, fill);
  const drawn = rows.flatMap((row, index) => {
    const y = top + index * height;
    return [
      text(wide, y + 9, fitted(said(of, row, label, voice), wide), { anchor: "end" }),
      bar(numberOf(row.cells[value]), y + 1, beside ? 9 : 10, colours.accent),
      beside && bar(numberOf(row.cells[beside]), y + 11, 5, colours.pale),
      text(width, y + 9, said(of, row, value, voice), { anchor: "end", isBold: true }),
      beside && text(width, y + 17, said(of, row, beside, voice), { anchor: "end", size: 7, fill: colours.muted }),
    ];
  });
  const names = [value, beside].flatMap((key, index) =>
    key ? [{ name: nameOf(of, key, voice), fill: index === 0 ? colours.accent : colours.pale }] : [],
  );
  const end = top + rows.length * height;
  return drawing(width, end + 2, [
    ...(beside ? legend(names) : []),
    ...drawn,
    stroke(x(0), top, x(0), end, colours.muted),
  ]);
}

/** Steps, each with what is left of the first. */
export function drawFunnel({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "funnel" }>>): string {
  const wide = labelWidth(of, chart.label);
  const steps = figuresOf(of, chart.value);
  const [first, most] = [steps[0], Math.max(1, ...told(steps))];
  const x = scaleLinear([0, most], [0, width - wide - GAP - VALUE]);
  const share = (step: number | null) =>
    first && step !== null ? voice.format.number(step / first, { style: "percent", maximumFractionDigits: 1 }) : "";
  const drawn = of.rows.flatMap((row, index) => {
    const [y, step] = [index * 22, steps[index] ?? null];
    return [
      text(wide, y + 12, fitted(said(of, row, chart.label, voice), wide), { anchor: "end" }),
      box(wide + GAP, y + 2, x(most), 15, colours.ground),
      box(wide + GAP, y + 2, x(step ?? 0), 15, colours.accent),
      text(width, y + 10, said(of, row, chart.value, voice), { anchor: "end", isBold: true }),
      index > 0 && text(width, y + 18, share(step), { anchor: "end", size: 7, fill: colours.muted }),
    ];
  });
  return drawing(width, of.rows.length * 22, drawn);
}

/** Parts of a whole in a line, with the whole beside it. */
export function drawStacked({ chart, of, width, voice }: Drawn<Extract<Chart, { kind: "stacked" }>>): string {
  const wide = labelWidth(of, chart.label);
  const rows = of.rows
    .slice(0, MOST_DRAWN)
    .map((row) => ({ row, parts: chart.parts.map((part) => numberOf(row.cells[part]) ?? 0) }));
  const sum = (parts: number[]) => parts.reduce((whole, part) => whole + part, 0);
  const x = scaleLinear([0, Math.max(...rows.map(({ parts }) => sum(parts))) || 1], [0, width - wide - GAP]);
  const fillOf = (index: number) => partColours[Math.min(index, partColours.length - 1)] ?? colours.muted;
  const drawn = rows.flatMap(({ row, parts }, index) => {
    const y = 18 + index * 18;
    return [
      text(wide, y + 10, fitted(said(of, row, chart.label, voice), wide), { anchor: "end" }),
      ...parts.flatMap((part, nth) => {
        const at = wide + GAP + x(sum(parts.slice(0, nth)));
        const figure = said(of, row, chart.parts[nth] ?? "", voice);
        return [
          box(at, y, x(part), 14, fillOf(nth), `stroke="#${colours.paper}" stroke-width="0.75"`),
          x(part) > 6 + figure.length * 4.5 &&
            text(at + x(part) / 2, y + 10, figure, {
              anchor: "middle",
              size: 8,
              fill: nth === 0 || nth === 4 ? colours.paper : colours.ink,
            }),
        ];
      }),
    ];
  });
  const names = chart.parts.map((part, index) => ({ name: nameOf(of, part, voice), fill: fillOf(index) }));
  return drawing(width, 20 + rows.length * 18, [...legend(names), ...drawn]);
}
