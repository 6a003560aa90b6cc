import type { Content, ContentTable, TableCell } from "pdfmake/interfaces";
import { cellText, hrefOf, isFigure, saidText } from "../cell-text";
import type { Section } from "../section";
import { colours } from "./colours";
import { drawBars, drawFunnel, drawStacked } from "./draw-bars";
import { drawFlow, drawScatter } from "./draw-clouds";
import { drawIntervals, drawLines } from "./draw-lines";
import { MOST_DRAWN } from "./drawn";
import { piecesOf } from "./fonts";
import type { Report } from "./report";

/** How much of each section a page shows: rows of a table, and whether a drawing's figures stand in a table as well. */
export type Room = { rows: number; hasTables: boolean; scale: number };

/** As wide as what stands on an A4 page with its margins. */
export const PAGE_WIDTH = 515;

function drawn(of: Section, voice: Report["voice"], width: number): string | null {
  const { chart } = of;
  switch (chart?.kind) {
    case "bars":
      return drawBars({ chart, of, width, voice });
    case "funnel":
      return drawFunnel({ chart, of, width, voice });
    case "stacked":
      return drawStacked({ chart, of, width, voice });
    case "lines":
      return drawLines({ chart, of, width, voice });
    case "intervals":
      return drawIntervals({ chart, of, width, voice });
    case "scatter":
      return drawScatter({ chart, of, width, voice });
    case "flow":
      return drawFlow({ chart, of, width, voice });
    default:
      return null;
  }
}

/** Writing of a page. */
export const written = (text: string, style: object = {}): Content => ({ text: piecesOf(text), ...style }) as Content;

const linkTo = (href: string | undefined, address: string) => (href ? { link: new URL(href, address).href } : {});

function tableOf(of: Section, { voice, address }: Report): ContentTable {
  const head = of.columns.map(({ label, kind }) =>
    written(voice.t(label), {
      color: `#${colours.muted}`,
      fontSize: 7.5,
      alignment: isFigure(kind) ? "right" : "left",
    }),
  );
  const body = of.rows.map((row) =>
    of.columns.map(({ key, kind }, nth) =>
      written(cellText(row.cells[key], kind, voice), {
        fontSize: 8,
        bold: nth === 0 && kind !== "month",
        alignment: isFigure(kind) ? "right" : "left",
        noWrap: kind === "date" || kind === "month",
        ...linkTo(hrefOf(row, key, nth), address),
      }),
    ),
  );
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      widths: of.columns.map((_, nth) => (nth === 0 ? "*" : "auto")),
      body: [head, ...body] as TableCell[][],
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => `#${colours.line}`,
      paddingLeft: (column) => (column === 0 ? 0 : 5),
      paddingRight: () => 0,
      paddingTop: () => 2.5,
      paddingBottom: () => 2.5,
    },
    margin: [0, 4, 0, 2],
  };
}

const MONTHS = 24;

/** So many rows stay on one page. */
const MOST_TOGETHER = 15;

/** As many rows as there is room for: the best, or where they are months the last. */
function roomFor(of: Section, most: number): Section {
  const isByMonth = of.columns[0]?.kind === "month";
  return { ...of, rows: isByMonth ? of.rows.slice(-Math.min(most * 2, MONTHS)) : of.rows.slice(0, most) };
}

/** A section on paper: its sentence, its drawing, its figures, and what limits them. */
export function sectionOnPaper(of: Section, report: Report, { rows, hasTables, scale }: Room): Content {
  const { voice } = report;
  const [claim, ...limits] = of.says.map((said) => saidText(said, voice));
  const isAllDrawn = ["bars", "funnel", "intervals"].includes(of.chart?.kind ?? "") && of.rows.length <= MOST_DRAWN;
  const shown = ["bars", "intervals", "stacked"].includes(of.chart?.kind ?? "") ? roomFor(of, rows) : of;
  const svg = of.rows.length > 0 ? drawn(shown, voice, PAGE_WIDTH / scale) : null;
  const hasTable = of.rows.length > 0 && (!svg || (hasTables && !isAllDrawn));
  const inTable = roomFor(of, rows);
  const left = of.rows.length - (hasTable ? inTable : shown).rows.length;
  const head: Content[] = [
    written(voice.t(of.title), { fontSize: 11, bold: true, margin: [0, 0, 0, 2] }),
    ...(claim ? [written(claim, { fontSize: 9.5, lineHeight: 1.25, margin: [0, 0, 0, 4] })] : []),
    ...(svg ? [{ svg, width: PAGE_WIDTH, margin: [0, 2, 0, 4] } as Content] : []),
    ...(of.rows.length === 0 ? [written(voice.t("charts.empty"), { color: `#${colours.muted}` })] : []),
  ];
  const table = hasTable ? [tableOf(inTable, report)] : [];
  // What a table is about does not stand alone at the end of a page.
  const isTogether = !svg && inTable.rows.length <= MOST_TOGETHER;
  const small = { fontSize: 7.5, color: `#${colours.muted}`, lineHeight: 1.2 };
  return {
    stack: [
      ...(isTogether
        ? [{ stack: [...head, ...table], unbreakable: true }]
        : [{ stack: head, unbreakable: true }, ...table]),
      ...(left > 0 ? [written(voice.t("exports.more", { count: left }), small)] : []),
      ...limits.map((limit) => written(limit, small)),
    ],
    margin: [0, 0, 0, 14 * scale],
  };
}
