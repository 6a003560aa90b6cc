import type { Cells } from "./cell";
import type { Row } from "./map-row";
import type { Format } from "./mapping";
import { ImportTrouble, Refusal } from "./refusal";

/** No line and no record of a sane file is longer, in characters. */
const LONGEST = 4 * 1024 * 1024;

type Line = { line: number; text: string };

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = "";
  let line = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const one of lines) yield { line: ++line, text: one };
    if (rest.length > LONGEST) throw new ImportTrouble("transfer.recordTooLong", { line: line + 1, longest: LONGEST });
  }
  if (rest) yield { line: line + 1, text: rest };
}

function fromJson(text: string): { cells: Cells } | { refusal: Refusal } {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === "object" && content !== null && !Array.isArray(content)) return { cells: content as Cells };
  } catch {
    // Answered below: also JSON that is no object is no row.
  }
  return { refusal: new Refusal("transfer.jsonBroken") };
}

/** The rows of a file with one JSON object a line; empty lines are skipped, broken ones refused with their line. */
export async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let row = 0;
  for await (const { line, text: json } of linesOf(text)) {
    if (json.trim()) yield { row: ++row, line, ...fromJson(json) };
  }
}

/**
 * The rows of a file whose quoting is broken. A record goes from a line that looks like a beginning to the next one,
 * and its fields are found by what must stand between them, so quotes and line ends inside fields do no harm.
 * Records that do not look as declared are refused with their line.
 */
export async function* patternRows(
  text: AsyncIterable<string>,
  format: Extract<Format, { type: "pattern" }>,
): AsyncGenerator<Row> {
  const begins = new RegExp(format.begins);
  const shape = new RegExp(format.record, "s");
  let row = 0;
  let held: Line | undefined;
  const read = ({ line, text: record }: Line): Row => {
    const groups = shape.exec(record.trimEnd())?.groups;
    const found = groups ? { cells: { ...groups } } : { refusal: new Refusal("transfer.patternBroken") };
    return { row: ++row, line, ...found };
  };

  for await (const next of linesOf(text)) {
    if (next.line === 1 && format.header) continue;
    if (held && !begins.test(next.text)) {
      held.text += `\n${next.text}`;
      if (held.text.length > LONGEST) {
        throw new ImportTrouble("transfer.recordTooLong", { line: held.line, longest: LONGEST });
      }
    } else {
      if (held?.text.trim()) yield read(held);
      held = next;
    }
  }
  if (held?.text.trim()) yield read(held);
}
