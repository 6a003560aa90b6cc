/** How the fields of a CSV file are told apart. */
export type CsvStyle = { separator: string; quote: string; escapeMark: string; relaxed: boolean };

/**
 * A record at the beginning of a text: its fields, or what is wrong with it, and where the next one begins. After a
 * mistake that is the line after it, so that one broken record costs as few others as possible.
 */
export type CsvRecord = { fields: string[]; next: number } | { broken: "quoteBroken" | "quoteOpen"; next: number };

type Field = { text: string; end: number } | { brokenAt: number } | "open" | "incomplete";

/** Where the line ends in which a position lies; undefined when more of it may be to come. */
function lineEnd(text: string, at: number, complete: boolean): number | undefined {
  const end = text.indexOf("\n", at);
  if (end >= 0) return end;
  return complete ? text.length : undefined;
}

function plainField(text: string, at: number, { separator, quote, relaxed }: CsvStyle, complete: boolean): Field {
  const end = lineEnd(text, at, complete);
  if (end === undefined) return "incomplete";
  const line = text.slice(at, end);
  const cut = line.indexOf(separator);
  const field = cut < 0 ? line : line.slice(0, cut);
  if (quote && !relaxed && field.includes(quote)) return { brokenAt: at };
  return { text: field, end: at + field.length };
}

function quotedField(text: string, start: number, style: CsvStyle, complete: boolean): Field {
  const { separator, quote, escapeMark, relaxed } = style;
  let field = "";
  let at = start;
  for (;;) {
    const closing = text.indexOf(quote, at);
    const escaping = escapeMark === quote ? -1 : text.indexOf(escapeMark, at);
    const found = escaping >= 0 && (closing < 0 || escaping < closing) ? escaping : closing;
    if (found < 0) return complete ? "open" : "incomplete";
    // Whatever follows a mark decides what it means, so it has to be there.
    if (!complete && found + 1 + separator.length > text.length) return "incomplete";
    field += text.slice(at, found);
    at = found + 1;
    if (text.startsWith(quote, at) && text.startsWith(escapeMark, found)) {
      field += quote;
      at += 1;
    } else if (found !== closing) {
      field += escapeMark;
    } else if (at === text.length || text[at] === "\n" || text.startsWith(separator, at)) {
      return { text: field, end: at };
    } else if (relaxed) {
      field += quote;
    } else {
      return { brokenAt: at };
    }
  }
}

/**
 * Reads the record that begins at a position.
 *
 * @param text with "\n" as line ends
 * @param complete whether the text ends where the file does
 * @returns undefined when the record is not in the text to its end
 */
export function readRecord(text: string, from: number, style: CsvStyle, complete: boolean): CsvRecord | undefined {
  const fields: string[] = [];
  for (let at = from; ; at += style.separator.length) {
    const isQuoted = style.quote !== "" && text.startsWith(style.quote, at);
    const field = isQuoted ? quotedField(text, at + 1, style, complete) : plainField(text, at, style, complete);
    if (field === "incomplete") return undefined;
    if (field === "open") return { broken: "quoteOpen", next: text.length };
    if ("brokenAt" in field) {
      const end = lineEnd(text, field.brokenAt, complete);
      return end === undefined ? undefined : { broken: "quoteBroken", next: end + 1 };
    }
    fields.push(field.text);
    at = field.end;
    if (!text.startsWith(style.separator, at)) return { fields, next: at + 1 };
  }
}
