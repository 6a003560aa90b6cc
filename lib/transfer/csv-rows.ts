import { pipeline, Readable } from "node:stream";
import { type CsvError, type Info, parse } from "csv-parse";
import type { Cells } from "./cell";
import type { Row } from "./map-row";
import type { Format } from "./mapping";
import { ImportTrouble, Refusal } from "./refusal";

/** A longer record means that a quote was never closed: rather stop than swallow the file. In characters. */
const LONGEST_RECORD = 4 * 1024 * 1024;

type CsvFormat = Extract<Format, { type: "csv" }>;
type Parsed = { record: string[]; info: Info };

const linesIn = (record: string[]): number => record.reduce((sum, field) => sum + field.split("\n").length - 1, 0);

const reasonOf = (error: CsvError): Refusal =>
  new Refusal(error.code === "CSV_QUOTE_NOT_CLOSED" ? "transfer.quoteOpen" : "transfer.quoteBroken");

function parserOf({ separator, quote, relaxQuotes, ...format }: CsvFormat, skipped: (error: CsvError) => void) {
  return parse({
    delimiter: separator,
    quote: quote || null,
    escape: format.escape ?? (quote || null),
    relax_quotes: relaxQuotes,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) skipped(error);
      return undefined;
    },
    record_delimiter: "\n",
    max_record_size: LONGEST_RECORD,
    info: true,
  });
}

/** A record by its columns; one with too many or too few fields has slipped, and cannot be trusted. */
function cellsOf(record: string[], columns: string[]): { cells: Cells } | { refusal: Refusal } {
  if (record.length !== columns.length) {
    return { refusal: new Refusal("transfer.fieldsMiscounted", { found: record.length, expected: columns.length }) };
  }
  return { cells: Object.fromEntries(columns.map((name, index) => [name, record[index]])) };
}

/**
 * The rows of a CSV file, one at a time, in its order; records that cannot be read are refused with their line.
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
  const skipped: CsvError[] = [];
  const parser = parserOf(format, (error) => {
    if (error.code === "CSV_MAX_RECORD_SIZE") parser.destroy(tooLong(error));
    else skipped.push(error);
  });
  pipeline(Readable.from(text), parser, () => undefined);

  let columns = format.columns;
  let row = 0;
  if (columns) onColumns(columns);
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    const line = Math.max(1, info.lines - linesIn(record));
    if (!columns) {
      columns = record.map((name) => name.trim());
      onColumns(columns);
      continue;
    }
    while (skipped[0] && lineOf(skipped[0]) < line) yield { row: ++row, ...refused(skipped.shift() as CsvError) };
    yield { row: ++row, line, ...cellsOf(record, columns) };
  }
  for (const error of skipped) yield { row: ++row, ...refused(error) };
}

const lineOf = (error: CsvError): number => Number(error.lines) || 1;

const refused = (error: CsvError) => ({ line: lineOf(error), refusal: reasonOf(error) });

const tooLong = (error: CsvError): ImportTrouble =>
  new ImportTrouble("transfer.recordTooLong", { line: lineOf(error), longest: LONGEST_RECORD });
