import type { Cells } from "./cell";
import { type CsvStyle, readRecord } from "./csv-record";
import type { Row } from "./map-row";
import type { Format } from "./mapping";
import { ImportTrouble, Refusal } from "./refusal";

/** A longer record means that a quotation mark was never closed: rather stop than swallow the file. In characters. */
const LONGEST_RECORD = 4 * 1024 * 1024;

type CsvFormat = Extract<Format, { type: "csv" }>;
type Found = { line: number; content: string[] | Refusal };

const styleOf = ({ separator, quote, escape: escapeMark = quote, relaxQuotes }: CsvFormat): CsvStyle => ({
  separator,
  quote,
  escapeMark,
  relaxed: relaxQuotes,
});

const linesIn = (text: string): number => text.split("\n").length - 1;

/** The records of a file with the lines on which they begin; empty lines are none. */
async function* recordsOf(text: AsyncIterable<string>, style: CsvStyle): AsyncGenerator<Found> {
  let held = "";
  let line = 1;
  const take = function* (complete: boolean): Generator<Found> {
    let from = 0;
    while (from < held.length) {
      const record = readRecord(held, from, style, complete);
      if (!record) break;
      const whole = held.slice(from, record.next);
      const content = "fields" in record ? record.fields : new Refusal(`transfer.${record.broken}`);
      if (whole.trim() !== "" || whole.includes(style.separator)) yield { line, content };
      line += linesIn(whole);
      from = record.next;
    }
    held = held.slice(from);
  };
  for await (const piece of text) {
    held += piece;
    yield* take(false);
    if (held.length > LONGEST_RECORD) {
      throw new ImportTrouble("transfer.recordTooLong", { line, longest: LONGEST_RECORD });
    }
  }
  yield* take(true);
}

/** A record by its columns; one with too many or too few fields has slipped, and cannot be trusted. */
function cellsOf(content: string[] | Refusal, columns: string[]): { cells: Cells } | { refusal: Refusal } {
  if (content instanceof Refusal) return { refusal: content };
  if (content.length !== columns.length) {
    return { refusal: new Refusal("transfer.fieldsMiscounted", { found: content.length, expected: columns.length }) };
  }
  return { cells: Object.fromEntries(columns.map((name, index) => [name, content[index]])) };
}

/**
 * The rows of a CSV file, one at a time, in its order; records that cannot be read are refused with their line.
 *
 * Our own reader, because csv-parse loses the rows after a broken quotation mark and then counts lines wrongly.
 *
 * @param text the file in pieces, with "\n" as line ends
 * @param onColumns hears the columns' names before the first row
 * @throws ImportTrouble when a record is longer than any record can be
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  format: CsvFormat,
  onColumns: (columns: string[]) => void,
): AsyncGenerator<Row> {
  let { columns } = format;
  if (columns) onColumns(columns);
  let row = 0;
  for await (const { line, content } of recordsOf(text, styleOf(format))) {
    if (columns) {
      yield { row: ++row, line, ...cellsOf(content, columns) };
    } else {
      columns = content instanceof Refusal ? [] : content.map((name) => name.trim());
      onColumns(columns);
    }
  }
}
