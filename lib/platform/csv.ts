/** What a spreadsheet would take as the beginning of a formula, also in its full-width forms. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Before the first line: tells spreadsheets that what follows is UTF-8. */
export const CSV_BEGIN = "\uFEFF";

/** A CSV field that no spreadsheet executes: what would begin a formula gets an apostrophe before it. */
export function csvField(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A line of a CSV file as RFC 4180 has it. Where there is nothing the field is empty; a number is never a formula. */
export const csvLine = (fields: (string | number | null | undefined)[]): string =>
  `${fields.map((field) => (typeof field === "number" ? String(field) : csvField(field ?? ""))).join(",")}\r\n`;
