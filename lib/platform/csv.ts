/**
 * Where a spreadsheet would take what follows for a formula, also in its full-width forms: at the beginning, and after what
 * may divide fields where it is opened. In Spanish and Portuguese that is a semicolon, whatever quotation marks say; blanks
 * and marks in between are passed over. An apostrophe is never spared for one that is there already, so that taking one
 * away at each of these places gives back the text as it was.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=[\p{Zs}'"]*[=+\-@＝＋－＠])|^(?=[\p{Zs}'"]*[\t\r\n])/gu;

/** Before the first line: tells spreadsheets that what follows is UTF-8. */
export const CSV_BEGIN = "\uFEFF";

/** A CSV field that no spreadsheet executes: what would begin a formula gets an apostrophe before it. */
export const csvField = (text: string): string => `"${text.replace(FORMULA, "'").replaceAll('"', '""')}"`;

/** A line of a CSV file as RFC 4180 has it. Where there is nothing the field is empty; a number is never a formula. */
export const csvLine = (fields: (string | number | null | undefined)[]): string =>
  `${fields.map((field) => (typeof field === "number" ? String(field) : csvField(field ?? ""))).join(",")}\r\n`;
