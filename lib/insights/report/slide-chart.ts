import type PptxGenJS from "pptxgenjs";
import { cellText, isHidden, isMoney, numberOf } from "../cell-text";
import type { Column, ColumnKind, Row, Section } from "../section";
import { colours, lineColours, paleColours } from "./colours";
import type { Report } from "./report";

/** So many rows a slide shows; the portal has the rest. */
const MOST = 13;

const formats: Partial<Record<ColumnKind, string>> = {
  share: "0%",
  count: "#,##0",
  days: "0",
  number: "General",
  money: "#,##0",
};
const font = {
  catAxisLabelColor: colours.muted,
  valAxisLabelColor: colours.muted,
  catAxisLabelFontSize: 12,
  valAxisLabelFontSize: 11,
};

/** `each`: how each series looks where all together cannot say it. */
type Native = {
  name: "bar" | "line" | "scatter";
  data: PptxGenJS.OptsChartData[];
  options: PptxGenJS.IChartOpts;
  each?: PptxGenJS.IChartOpts[];
};

/** Lines differ by their dashes, as on the page, so that they do in grey too. */
const dashes = ["solid", "dash", "sysDot", "lgDashDot"] as const;
type Series = { label: string; values: string[] };

/** The series of a chart, each with the figures of one column; what is not told is a gap. */
function dataOf(of: Section, rows: Row[], { label, values }: Series, { voice }: Report): PptxGenJS.OptsChartData[] {
  const kindOf = (key: string) => of.columns.find((column) => column.key === key)?.kind ?? "text";
  const labels = rows.map(({ cells }) => {
    const said = cellText(cells[label], kindOf(label), voice);
    const first = cells[values[0] ?? ""];
    return isHidden(first) ? `${said} (${cellText(first, "count", voice)})` : said;
  });
  return values.map((key) => ({
    name: voice.t(columnOf(of, key).label),
    labels,
    values: rows.map(({ cells }) => numberOf(cells[key]) as number),
  }));
}

const columnOf = (of: Section, key: string): Column => of.columns.find((column) => column.key === key) as Column;
function formatOf(of: Section, key: string): string {
  const money = of.rows.map(({ cells }) => cells[key]).find(isMoney);
  return money ? `#,##0 "${money.currency}"` : (formats[columnOf(of, key).kind] ?? "General");
}

function barsOf(of: Section, series: Series, isStacked: boolean, report: Report): Native {
  // Excel and its kin draw the first bar lowest.
  const rows = of.rows.slice(0, MOST).toReversed();
  const data = dataOf(of, rows, series, report);
  return {
    name: "bar",
    data: isStacked ? data : data.toReversed(),
    options: {
      ...font,
      barDir: "bar",
      barGrouping: isStacked ? "stacked" : "clustered",
      barGapWidthPct: 45,
      chartColors: isStacked
        ? [...paleColours]
        : series.values.map((_, index) => (index === 0 ? colours.accent : colours.pale)).reverse(),
      dataBorder: { pt: 0.75, color: isStacked ? colours.muted : colours.paper },
      catAxisLabelFrequency: "1",
      // Beside all bars, also those of losses.
      catAxisLabelPos: "low",
      showLegend: series.values.length > 1,
      legendPos: "t",
      legendFontSize: 12,
      showValue: true,
      dataLabelFontSize: 12,
      dataLabelColor: colours.ink,
      // A part of nothing has no figure.
      dataLabelFormatCode: `${formatOf(of, series.values[0] ?? "")}${isStacked ? ";;" : ""}`,
      valAxisHidden: true,
      valGridLine: { style: "none" },
    },
  };
}

function linesOf(of: Section, series: Series, target: number | undefined, report: Report): Native {
  const data = dataOf(of, of.rows, series, report);
  const wish = {
    name: report.voice.t("exports.target"),
    labels: data[0]?.labels,
    values: of.rows.map(() => target as number),
  };
  return {
    name: "line",
    data: target === undefined ? data : [...data, wish],
    options: {
      ...font,
      lineDataSymbol: "none",
      displayBlanksAs: "gap",
      showLegend: data.length > 1 || target !== undefined,
      legendPos: "t",
      legendFontSize: 12,
      valAxisLabelFormatCode: formatOf(of, series.values[0] ?? ""),
      valGridLine: { color: colours.line, size: 0.75 },
      catGridLine: { style: "none" },
    },
    each: [
      ...data.map((_, nth) => ({
        chartColors: [lineColours[nth] ?? colours.muted],
        lineDash: dashes[nth],
        lineSize: 2.5,
      })),
      { chartColors: [colours.ink], lineDash: "sysDash", lineSize: 1.25 },
    ],
  };
}

function scatterOf(of: Section, chart: { x: string; y: string }, { voice }: Report): Native {
  const valuesOf = (key: string) => of.rows.map(({ cells }) => numberOf(cells[key]) as number);
  const nameOf = (key: string) => voice.t(columnOf(of, key).label);
  return {
    name: "scatter",
    data: [
      { name: nameOf(chart.x), values: valuesOf(chart.x) },
      { name: nameOf(chart.y), values: valuesOf(chart.y) },
    ],
    options: {
      ...font,
      chartColors: [colours.accent],
      lineSize: 0,
      lineDataSymbolSize: 9,
      showCatAxisTitle: true,
      catAxisTitle: nameOf(chart.x),
      showValAxisTitle: true,
      valAxisTitle: nameOf(chart.y),
      valGridLine: { color: colours.line, size: 0.75 },
    },
  };
}

/** Whether a chart has anything to draw: figures of few people are not told. */
const isTold = ({ data }: Native) => data.some(({ values }) => values?.some((value) => value !== null));

/** How many rows a chart leaves to the portal. */
export const barsLeft = ({ chart, rows }: Section): number =>
  chart?.kind === "lines" || chart?.kind === "scatter" ? 0 : Math.max(0, rows.length - MOST);

/** Draws a section as a chart that whoever has the slides can change; says whether it did: a table may say it better. */
export function addChart(slide: PptxGenJS.Slide, of: Section, report: Report, place: PptxGenJS.IChartOpts): boolean {
  const native = nativeOf(of, report);
  if (!native || !isTold(native)) return false;
  const { name, data, each } = native;
  const options = { ...place, ...native.options, altText: report.voice.t(of.title) };
  if (each) {
    const series = data.map((one, nth) => ({ type: name, data: [one], options: each[nth] ?? {} }));
    // Series that each have options of their own bring their data along: what is asked for as data are the options.
    slide.addChart(series, options as never);
  } else slide.addChart(name, data, options);
  return true;
}

function nativeOf(of: Section, report: Report): Native | null {
  const { chart } = of;
  switch (chart?.kind) {
    case "bars":
      return barsOf(
        of,
        { label: chart.label, values: [chart.value, ...(chart.beside ? [chart.beside] : [])] },
        false,
        report,
      );
    case "funnel":
      return barsOf(of, { label: chart.label, values: [chart.value] }, false, report);
    case "stacked":
      return barsOf(of, { label: chart.label, values: chart.parts }, true, report);
    case "lines":
      return linesOf(of, { label: chart.x, values: chart.y }, chart.target, report);
    case "scatter":
      return scatterOf(of, chart, report);
    default:
      return null;
  }
}
