import * as all from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { pageNames } from "../schema";
import { colours } from "./colours";
import { readFonts } from "./fonts";
import { footOf, headOf, titleOf } from "./head";
import { figuresOnPaper } from "./paper-figures";
import { type Room, sectionOnPaper, written } from "./paper-section";
import { figuresOf, type Report } from "./report";

const muted = `#${colours.muted}`;

/** What whoever reads must know first: whose figures they are, of when, narrowed to what, and by whom they were made. */
const headPart = (report: Report): Content => ({
  stack: [
    written(titleOf(report), { fontSize: 19, bold: true, margin: [0, 0, 0, 5] }),
    {
      columns: headOf(report).map(({ name, text }) => ({
        width: "*",
        stack: [written(name, { fontSize: 7, color: muted }), written(text, { fontSize: 8.5 })],
      })),
      columnGap: 10,
    },
    {
      canvas: [{ type: "line", x1: 0, y1: 0, x2: 515, y2: 0, lineWidth: 0.75, lineColor: `#${colours.line}` }],
      margin: [0, 9, 0, 12],
    },
  ],
});

function contentOf(report: Report, room: Room): Content[] {
  const isAlone = report.parts.length === 1;
  return report.parts.flatMap(({ name, sections }, nth) => [
    ...(isAlone
      ? []
      : [
          written(report.voice.t(pageNames[name]), {
            fontSize: 15,
            bold: true,
            color: `#${colours.accent}`,
            margin: [0, nth === 0 ? 0 : 8, 0, 8],
            ...(nth > 0 && { pageBreak: "before" }),
          }),
        ]),
    ...(figuresOf(sections).length > 0 ? [figuresOnPaper(figuresOf(sections), report)] : []),
    ...sections
      .filter(({ figure }) => room.hasTables || !figure)
      .map((section) => sectionOnPaper(section, report, room)),
  ]);
}

type May = (path: string) => boolean;
type Pdfmake = Pick<typeof all, "setFonts" | "createPdf"> &
  Record<"setUrlAccessPolicy" | "setLocalAccessPolicy", (may: May) => void>;

// The library is one object, which its types do not know of; nor of its guards.
const { default: pdfmake } = all as unknown as { default: Pdfmake };

/** With the first page that is made: the library gets its fonts, and may read nothing else, from no disk and no network. */
let prepare = () => {
  const fonts = readFonts();
  const files = new Set(Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  prepare = () => {};
};

type Made = { bytes: Uint8Array; pages: number };

async function make(report: Report, room: Room): Promise<Made> {
  let pages = 0;
  const foot = footOf(report);
  const definition: TDocumentDefinitions = {
    pageSize: "A4",
    pageMargins: [40, 36, 40, 44],
    language: report.locale,
    info: { title: titleOf(report), author: report.by, creationDate: report.at },
    defaultStyle: { font: "Inter", fontSize: 8.5, color: `#${colours.ink}` },
    footer: (page, count) => {
      pages = count;
      return {
        columns: [
          written(foot, { fontSize: 6.5, color: muted, width: "*" }),
          written(`${page} / ${count}`, { fontSize: 7.5, color: muted, width: 40, alignment: "right" }),
        ],
        margin: [40, 12, 40, 0],
      };
    },
    content: [headPart(report), ...contentOf(report, room)],
  };
  prepare();
  const bytes = await pdfmake.createPdf(definition).getBuffer();
  return { bytes, pages };
}

/** From what is best to read to what just fits. */
const rooms: Room[] = [
  { rows: 8, hasTables: false, scale: 0.95 },
  { rows: 5, hasTables: false, scale: 0.85 },
  { rows: 4, hasTables: false, scale: 0.75 },
  { rows: 3, hasTables: false, scale: 0.75 },
];

/** Only what each part tells first. */
const shortened = (report: Report, most: number): Report => ({
  ...report,
  parts: report.parts.map((part) => ({ ...part, sections: part.sections.slice(0, most) })),
});

/**
 * A report on one page, with as much on it as one page takes: rows are given up first, then size, then what is told last.
 * How much of that is found by halving: setting a page keeps a processor busy, however many sections there are.
 */
export async function onePage(report: Report): Promise<Uint8Array> {
  const [tightest] = rooms.slice(-1) as [Room];
  for (const room of rooms) {
    const made = await make(report, room);
    if (made.pages === 1) return made.bytes;
  }
  let [none, all] = [0, Math.max(...report.parts.map(({ sections }) => sections.length))];
  let fitting: Made | null = null;
  while (all - none > 1) {
    const middle = Math.floor((none + all) / 2);
    const made = await make(shortened(report, middle), tightest);
    if (made.pages === 1) [none, fitting] = [middle, made];
    else all = middle;
  }
  return (fitting ?? (await make(shortened(report, none), tightest))).bytes;
}

/** A report on as many pages as it takes, with all drawings and the figures behind them. */
export const allPages = async (report: Report): Promise<Uint8Array> =>
  (await make(report, { rows: 60, hasTables: true, scale: 1 })).bytes;
