import type PptxGenJS from "pptxgenjs";
import { cellText, hrefOf, isFigure } from "../cell-text";
import type { Section } from "../section";
import { colours } from "./colours";
import type { Report } from "./report";

/** So many rows and columns fit on a slide and can be read from the last row of chairs. */
const [MOST_ROWS, MOST_COLUMNS] = [9, 7];

const border = { type: "solid", pt: 0.75, color: colours.line } as const;
const none = { type: "none" } as const;

const linkTo = (href: string | undefined, address: string) =>
  href ? { hyperlink: { url: new URL(href, address).href } } : {};

/** As wide as most letters of a row's name are, in inches. Links that need a second line lie over the next row in some programs. */
const LETTER = 0.11;

const fitted = (text: string, width: number): string => {
  const most = Math.floor(width / LETTER);
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
};

/** A section's figures as a table of a slide, with links to what stands behind its figures. */
export function slideTable(of: Section, { voice, address }: Report, widths: number[]): PptxGenJS.TableRow[] {
  const { columns, rows } = of;
  const shown = columns.slice(0, MOST_COLUMNS);
  const head = shown.map(({ label, kind }) => ({
    text: voice.t(label),
    options: {
      bold: true,
      fontSize: 11,
      color: colours.muted,
      align: isFigure(kind) ? "right" : "left",
      border: [none, none, border, none],
    },
  }));
  const body = rows.slice(0, MOST_ROWS).map((row) =>
    shown.map(({ key, kind }, nth) => ({
      text:
        nth === 0
          ? fitted(cellText(row.cells[key], kind, voice), widths[0] ?? 0)
          : cellText(row.cells[key], kind, voice),
      options: {
        fontSize: 13,
        bold: nth === 0,
        color: colours.ink,
        align: isFigure(kind) ? "right" : "left",
        border: [none, none, border, none],
        ...linkTo(hrefOf(row, key, nth), address),
      },
    })),
  );
  return [head, ...body] as PptxGenJS.TableRow[];
}

/** How many rows a slide leaves to the portal. */
export const rowsLeft = ({ rows }: Section): number => Math.max(0, rows.length - MOST_ROWS);

/** No column of a slide's table is as wide as the longest title, or as narrow as the shortest figure. */
const [NARROWEST, WIDEST] = [8, 46];

/** How wide the columns of a slide's table are, by what is written in them. */
export function slideWidths({ columns, rows }: Section, width: number, voice: Report["voice"]): number[] {
  const lengths = columns.slice(0, MOST_COLUMNS).map(({ key, label, kind }) => {
    const words = voice.t(label).split(" ");
    const texts = rows.slice(0, MOST_ROWS).map(({ cells }) => cellText(cells[key], kind, voice));
    const longest = Math.max(...[...words, ...texts].map((text) => text.length));
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (length / all) * width);
}
