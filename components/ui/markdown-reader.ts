import type { Node, Schema } from "@tiptap/pm/model";
import MarkdownIt from "markdown-it";
import { MarkdownParser } from "prosemirror-markdown";

type Token = { tag: string; content: string; info: string; attrGet(name: string): string | null };

/** The server's own parser, without what the editor has no form for: addresses and tables stay the text they are. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable(["table", "image"]);

/** An address with everything encoded that has to be. */
export const normalizeAddress = (address: string): string => markdown.normalizeLink(address);

/**
 * Reads Markdown as a rich text.
 *
 * @returns the document; its words are all there, whatever marks it cannot show
 */
export function readMarkdown(text: string, schema: Schema): Node {
  const parser = new MarkdownParser(schema, markdown, {
    paragraph: { block: "paragraph" },
    blockquote: { block: "blockquote" },
    bullet_list: { block: "bulletList" },
    ordered_list: { block: "orderedList", getAttrs: (token) => ({ start: Number(token.attrGet("start") ?? 1) }) },
    list_item: { block: "listItem" },
    heading: { block: "heading", getAttrs: (token: Token) => ({ level: Number(token.tag.slice(1)) }) },
    code_block: { block: "codeBlock", noCloseToken: true },
    fence: { block: "codeBlock", getAttrs: (token: Token) => ({ language: token.info || null }), noCloseToken: true },
    hr: { node: "horizontalRule" },
    hardbreak: { node: "hardBreak" },
    softbreak: { node: "hardBreak" },
    em: { mark: "italic" },
    strong: { mark: "bold" },
    s: { mark: "strike" },
    link: { mark: "link", getAttrs: (token) => ({ href: token.attrGet("href"), title: token.attrGet("title") }) },
    code_inline: { mark: "code", noCloseToken: true },
  });
  return parser.parse(text);
}
