/** As long as a title may be, in characters. */
const TITLE_LENGTH = 300;

/**
 * What no reader sees but a database, a terminal or an eye stumbles over: control characters, marks of direction and
 * byte order, code points that are no characters. What joins emoji and letters stays.
 */
const UNSEEN = /(?!\n|\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;

/** A text as people read it: whole characters only, ordinary line ends and blanks, nothing invisible. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\v|\f|\u0085|\p{Zl}|\p{Zp}/gu, "\n")
    .replace(/[^\S\n]/g, " ")
    .replace(UNSEEN, "");

/** A text in one line, without blanks at its ends. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, " ").trim();

/** A title in one line; one that is too long ends in "…". */
export function cleanTitle(text: string): string {
  const title = oneLine(text);
  const characters = Array.from(title);
  if (characters.length <= TITLE_LENGTH) return title;
  return `${characters
    .slice(0, TITLE_LENGTH - 1)
    .join("")
    .trimEnd()}…`;
}

/** A text in several lines: trimmed line by line, with one empty line at most between two paragraphs. */
export const cleanLines = (text: string): string =>
  cleanText(text)
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
