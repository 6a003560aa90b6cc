import { escapeHtml } from "../../platform/escape-html";
import { colours } from "./colours";
import { piecesOf } from "./fonts";

type Writing = { size?: number; fill?: string; anchor?: "start" | "middle" | "end"; isBold?: boolean };

/** Letters of Inter are about half as wide as they are high. */
const ratio = 0.53;

/** As much of a text as fits into a width. */
export function fitted(text: string, width: number, size = 8.5): string {
  const most = Math.floor(width / (size * ratio));
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…` : text;
}

const near = (value: number) => Math.round(value * 100) / 100;

/** Writing in a drawing. */
export function text(
  x: number,
  y: number,
  said: string,
  { size = 8.5, fill = colours.ink, anchor = "start", isBold }: Writing = {},
) {
  const pieces = piecesOf(said).map(({ text, font }) => `<tspan font-family="${font}">${escapeHtml(text)}</tspan>`);
  const weight = isBold ? ' font-weight="bold"' : "";
  return `<text x="${near(x)}" y="${near(y)}" font-size="${size}" fill="#${fill}" text-anchor="${anchor}" font-family="Inter"${weight}>${pieces.join("")}</text>`;
}

/** A filled box. */
export const box = (x: number, y: number, width: number, height: number, fill: string, more = "") =>
  `<rect x="${near(x)}" y="${near(y)}" width="${near(Math.max(0, width))}" height="${near(height)}" fill="#${fill}" ${more}/>`;

/** A straight line. */
export const stroke = (x1: number, y1: number, x2: number, y2: number, colour: string, width = 0.5, dashes = "") =>
  `<line x1="${near(x1)}" y1="${near(y1)}" x2="${near(x2)}" y2="${near(y2)}" stroke="#${colour}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;

/** A dot with an edge of paper around it. */
export const dot = (x: number, y: number, radius: number, fill: string, more = "") =>
  `<circle cx="${near(x)}" cy="${near(y)}" r="${near(radius)}" fill="#${fill}" stroke="#${colours.paper}" stroke-width="1" ${more}/>`;

/** A drawing as wide as the page's writing. */
export const drawing = (width: number, height: number, parts: (string | false | undefined)[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${near(height)}" viewBox="0 0 ${width} ${near(height)}">${parts.filter(Boolean).join("")}</svg>`;
