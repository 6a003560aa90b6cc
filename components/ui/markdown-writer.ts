import type { Mark, Node, Schema } from "@tiptap/pm/model";
import MarkdownIt from "markdown-it";
import { defaultMarkdownSerializer, MarkdownSerializer, type MarkdownSerializerState } from "prosemirror-markdown";
import { normalizeAddress, readMarkdown } from "./markdown-reader";
import { onWholeWords, tidied } from "./rich-text-tidy";

const { marks, nodes } = defaultMarkdownSerializer;

/** What means something to Markdown wherever it stands. A lone tilde does not, nor an underscore inside a word. */
const anywhere =
  /[`*\\[\]]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|<(?=[a-z][\w+.-]*:|[^\s<>]*@)/giu;

/** What means something at the beginning of a line: lists, headings, quotations, rules, and lines under a heading. */
const atStart = /^(?:[-+](?=\s|$)|[-=|:](?=[-=|:\s]*$)|#{1,6}(?=\s|$)|>)/;

const escaped = (text: string, startsLine: boolean) => {
  const line = text.replace(anywhere, "\\$&");
  return startsLine ? line.replace(atStart, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2") : line;
};

const isBreak = (node: Node | null) => node?.type.name === "hardBreak";

function text(state: MarkdownSerializerState, node: Node, parent: Node, index: number): void {
  const startsLine = index === 0 || isBreak(parent.maybeChild(index - 1));
  const line = escaped(node.text ?? "", startsLine);
  // At the end of a heading a "#" would be taken for a mark.
  state.text(parent.type.name === "heading" ? line.replace(/(^|\s)(#+)$/, "$1\\$2") : line, false);
}

/** Two lists of one kind in a row would be read as one: every other gets another mark. */
const isSecondInRow = (parent: Node, index: number): boolean =>
  index > 0 && parent.child(index - 1).type === parent.child(index).type && !isSecondInRow(parent, index - 1);

const writer = new MarkdownSerializer(
  {
    text,
    heading: nodes.heading!,
    paragraph(state, node, parent) {
      // A list may not begin with nothing in the middle of another one.
      if (node.childCount === 0 && parent.type.name === "listItem") state.write("&nbsp;");
      state.renderInline(node);
      state.closeBlock(node);
    },
    blockquote: nodes.blockquote!,
    horizontalRule: nodes.horizontal_rule!,
    codeBlock(state, node) {
      const fence = longestFence(node.textContent);
      state.write(`${fence}${node.attrs.language ?? ""}\n`);
      state.text(node.textContent, false);
      state.write(`\n${fence}`);
      state.closeBlock(node);
    },
    bulletList(state, node, parent, index) {
      const mark = isSecondInRow(parent, index) ? "*" : "-";
      state.renderList(node, "  ", () => `${mark} `);
    },
    orderedList(state, node, parent, index) {
      // Below a paragraph only a list that starts with 1 is taken for one.
      const start = parent.type.name === "listItem" ? 1 : node.attrs.start;
      const mark = isSecondInRow(parent, index) ? ")" : ".";
      const width = `${start + node.childCount - 1}${mark} `.length;
      state.renderList(node, " ".repeat(width), (item) => `${start + item}${mark} `.padEnd(width));
    },
    listItem: nodes.list_item!,
    // The server shows every line end as one.
    hardBreak: (state) => state.write("\n"),
  },
  {
    bold: marks.strong!,
    italic: marks.em!,
    strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
    code: marks.code!,
    link: {
      open: "[",
      close: (_state, mark: Mark) => `](${addressOf(mark)})`,
      mixable: true,
    },
  },
  { hardBreakNodeName: "hardBreak" },
);

/** As a parser would write it, and without the brackets that would end it early. */
const addressOf = (mark: Mark) =>
  normalizeAddress(mark.attrs.href).replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));

function longestFence(code: string): string {
  const inside = code.match(/`{3,}/g)?.map((run) => run.length) ?? [];
  return "`".repeat(Math.max(2, ...inside) + 1);
}

const write = (document: Node) => writer.serialize(document, { tightLists: true }).trim();

/** The letters of a text, each with its marks: what must not change between the screen and what is kept. */
function marked(document: Node): string {
  const letters: string[] = [];
  document.descendants(({ text, marks }) => {
    const names = marks.map(({ type }) => type.name).sort();
    for (const letter of text ?? "") if (/\S/.test(letter)) letters.push([letter, ...names].join(" "));
  });
  return letters.join("\n");
}

/** Writes a rich text as Markdown that reads back as the same text; at worst, marks are on whole words. */
export function writeMarkdown(document: Node): string {
  const tidy = tidied(document);
  const markdown = write(tidy);
  const isFaithful = marked(readMarkdown(markdown, document.type.schema)) === marked(tidy);
  return isFaithful ? markdown : write(tidied(document, onWholeWords));
}

/** As the server shows it, before anything is taken out. */
const page = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** What readers see of a text; paragraphs in lists are not seen. */
const shown = (markdown: string) => page.render(markdown).replace(/<\/?p>|\s+/g, "");

/** Whether a Markdown text could go through the editor unharmed. One with tables or pictures, for example, could not. */
export const survives = (markdown: string, schema: Schema): boolean =>
  shown(writeMarkdown(readMarkdown(markdown, schema))) === shown(markdown);
