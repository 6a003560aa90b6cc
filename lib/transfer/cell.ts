import type { Condition, List, Value } from "./mapping";
import { transforms } from "./transforms";

/** What a row holds, by column; JSON lines hold more than texts. */
export type Cells = Record<string, unknown>;

function reach(cells: unknown, path: string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return cells;
  if (typeof cells !== "object" || cells === null || !Object.hasOwn(cells, name)) return undefined;
  return reach((cells as Cells)[name], rest);
}

/** A column's content as it is; undefined when the row has no such column. */
const raw = (cells: Cells, column: string): unknown =>
  Object.hasOwn(cells, column) ? cells[column] : reach(cells, column.split("."));

function asText(content: unknown): string {
  if (typeof content === "string") return content;
  if (typeof content === "number" || typeof content === "boolean") return String(content);
  return "";
}

function origin(cells: Cells, value: Exclude<Value, string>): string {
  if (value.constant !== undefined) return value.constant;
  if (value.first) return value.first.map((one) => textOf(cells, one)).find((text) => text.trim()) ?? "";
  if (value.join) {
    const texts = value.join.map((one) => textOf(cells, one)).filter((text) => text.trim());
    return texts.join(value.with ?? " ");
  }
  return asText(raw(cells, value.column ?? ""));
}

const translated = (text: string, map: Record<string, string> | undefined): string => {
  if (!map) return text;
  if (Object.hasOwn(map, text)) return map[text] ?? "";
  return text !== "" && Object.hasOwn(map, "*") ? (map["*"] ?? "") : text;
};

/** The text that a mapping finds in a row: "" when there is none. */
export function textOf(cells: Cells, value: Value): string {
  if (typeof value === "string") return asText(raw(cells, value));
  const text = (value.transform ?? []).reduce((before, name) => transforms[name](before), origin(cells, value));
  return translated(text.trim(), value.map);
}

/** The texts that a mapping finds in a row, trimmed, without empty ones, each once. */
export function textsOf(cells: Cells, { of, split, map }: List): string[] {
  const column = typeof of === "string" ? of : of.column;
  const content = column === undefined ? undefined : raw(cells, column);
  const texts = Array.isArray(content) ? content.map(asText) : divide(textOf(cells, of), split);
  const said = texts.map((text) => translated(text.trim(), map).trim()).filter(Boolean);
  return [...new Set(said)];
}

const divide = (text: string, separator: string | undefined): string[] => (separator ? text.split(separator) : [text]);

/** Whether a condition holds for a row. */
export function holds(cells: Cells, { column, in: values }: Condition): boolean {
  const text = textOf(cells, column).trim();
  return values ? values.includes(text) : text !== "";
}

/** Every column that a value reads: what a file must have to be imported with this mapping. */
export function columnsOf(value: Value): string[] {
  if (typeof value === "string") return [value];
  if (value.column !== undefined) return [value.column];
  return [...(value.first ?? []), ...(value.join ?? [])].flatMap(columnsOf);
}
