import { cleanLines } from "./clean-text";

/** Addresses stay as they are: a backslash inside would cut the link in two. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#@!$&()+,;=%]+/g;

/** Marks that mean something anywhere in a line; an underscore inside a word does not. */
const INLINE = /[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** Marks that mean something at the beginning of a line: headings, quotations, lists, rules. */
const AT_START = /^(?:(#{1,6}(?=\s|$)|>|[-+](?=\s|$|-)|=)|(\d{1,9})([.)])(?=\s|$))/;

function escapeInline(text: string): string {
  let escaped = "";
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    escaped += text.slice(end, index).replace(INLINE, "\\$&") + address;
    end = index + address.length;
  }
  return escaped + text.slice(end).replace(INLINE, "\\$&");
}

/**
 * A line of text as Markdown that shows exactly as it reads: what would be a mark or an element is escaped.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export const escapeLine = (line: string): string =>
  escapeInline(line).replace(AT_START, (_, mark?: string, number?: string, dot?: string) =>
    mark ? `\\${mark}` : `${number}\\${dot}`,
  );

/** Plain text as Markdown that looks the same: line ends stay line ends, nothing in it becomes a mark. */
export const markdownFromText = (text: string): string => cleanLines(text).split("\n").map(escapeLine).join("\n");
