import { columnsOf } from "./cell";
import { csvRows } from "./csv-rows";
import { textOfFile } from "./file-text";
import { jsonRows, patternRows } from "./line-rows";
import type { Row } from "./map-row";
import type { Mapping, Value } from "./mapping";
import { ImportTrouble } from "./refusal";

/** Every value of a mapping without which no row can be understood. */
function needed(mapping: Mapping): Value[] {
  switch (mapping.kind) {
    case "idea":
      return [mapping.id, mapping.title, mapping.at, mapping.state, ...mapping.body.map(({ of }) => of)];
    case "comment":
      return [mapping.id, mapping.idea, mapping.at, ...mapping.body.map(({ of }) => of)];
    case "vote":
      return [mapping.idea, mapping.voter, mapping.vote];
    case "nothing":
      return [mapping.id];
  }
}

/** The columns that a file must have for a mapping. */
export const neededColumns = (mapping: Mapping): string[] => [...new Set(needed(mapping).flatMap(columnsOf))];

/**
 * The rows of a file, one at a time and in its order, however large it is.
 *
 * @param onRead hears of every piece that was read from the disk, in bytes
 * @throws ImportTrouble when the file lacks columns the mapping needs, is damaged, or has a record without end
 */
export function fileRows(path: string, mapping: Mapping, onRead?: (bytes: number) => void): AsyncGenerator<Row> {
  const text = textOfFile(path, onRead);
  const { format } = mapping;
  if (format.type === "jsonl") return jsonRows(text);
  if (format.type === "pattern") return patternRows(text, format);
  return csvRows(text, format, (columns) => {
    const missing = neededColumns(mapping).filter((name) => !columns.includes(name));
    if (missing.length > 0) throw new ImportTrouble("transfer.columnsMissing", { columns: missing.join(", ") });
  });
}
