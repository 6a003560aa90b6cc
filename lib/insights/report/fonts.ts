import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrapped } from "./woff";

/** Inter comes in one file for each alphabet; a text that mixes them is set in pieces. */
const alphabets = [
  [
    "Inter",
    "latin",
    /[\n\t -\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/,
  ],
  [
    "Inter Extended",
    "latin-ext",
    /[\u0100-\u02ba\u02bd-\u02c5\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20c0\u2113\u2c60-\u2c7f]/,
  ],
  ["Inter Greek", "greek", /[\u0370-\u03ff]/],
  ["Inter Cyrillic", "cyrillic", /[\u0301\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/],
] as const;

const FOLDER = join(process.cwd(), "node_modules/@fontsource/inter/files");
const WEIGHTS = { normal: 400, bold: 600 } as const;

/** Unwrapped once, in a folder of this process: the library would do it for each text anew. Where there is no such folder, wrapped ones do. */
function fontPaths(): (alphabet: string, weight: number) => string {
  const nameOf = (alphabet: string, weight: number) => `inter-${alphabet}-${weight}-normal.woff`;
  try {
    const folder = mkdtempSync(join(tmpdir(), "tormenta-fonts-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    return (alphabet, weight) => {
      const path = join(folder, `${alphabet}-${weight}.ttf`);
      writeFileSync(path, unwrapped(readFileSync(join(FOLDER, nameOf(alphabet, weight)))));
      return path;
    };
  } catch {
    return (alphabet, weight) => join(FOLDER, nameOf(alphabet, weight));
  }
}

/** The fonts of a PDF, by name, with their files; there is no slanted writing in one. */
export function readFonts() {
  const pathOf = fontPaths();
  return Object.fromEntries(
    alphabets.map(([name, alphabet]) => {
      const [normal, bold] = [pathOf(alphabet, WEIGHTS.normal), pathOf(alphabet, WEIGHTS.bold)];
      return [name, { normal, bold, italics: normal, bolditalics: bold }];
    }),
  );
}

const fontOf = (letter: string): string | undefined => alphabets.find(([, , letters]) => letters.test(letter))?.[0];

/** A text in pieces of one font each. Signs that none of them has, such as drawn faces, become a small square of nothing. */
export function piecesOf(text: string): { text: string; font: string }[] {
  const pieces: { text: string; font: string }[] = [];
  // Narrow spaces, as French and others write them in numbers, are in no font of ours.
  for (const letter of text.replaceAll("\u202f", "\u00a0")) {
    const font = fontOf(letter);
    const last = pieces.at(-1);
    const said = font ? letter : /\p{L}|\p{N}/u.test(letter) ? "?" : "";
    if (last && (last.font === font || !font || letter === " ")) last.text += said;
    else pieces.push({ text: said, font: font ?? "Inter" });
  }
  return pieces;
}
