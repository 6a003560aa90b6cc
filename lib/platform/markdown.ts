import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { escapeHtml } from "./escape-html";

/** Markup inside the Markdown is shown as the text it is, never as markup. */
function newMarkdown() {
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
  // A link leads out of the portal or to a mailbox, never to an address of ours that would do something.
  markdown.validateLink = (address) => /^(https?:\/\/|mailto:)/i.test(address);
  // A picture is a link to it: shown at once, it would tell its host who reads what, and when.
  markdown.renderer.rules.image = (tokens, index) => {
    const picture = tokens[index];
    const address = String(picture?.attrGet("src") ?? "");
    return `<a href="${escapeHtml(address)}">${escapeHtml(picture?.content || address)}</a>`;
  };
  return markdown;
}

const markdown = newMarkdown();
const withoutTables = newMarkdown().disable("table");

/** Short rows are filled up to the widest: a few thousand letters of bars would become a page of megabytes. */
const MOST_COLUMNS = 30;

function render(text: string): string {
  const isSane = text.split("\n").every((line) => line.split("|").length <= MOST_COLUMNS + 2);
  return (isSane ? markdown : withoutTables).render(text);
}

/** What rich text may consist of. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    "p",
    "br",
    "strong",
    "em",
    "s",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "hr",
    "a",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  allowedAttributes: { a: ["href", "rel", "target"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    // The page's own headings are one and two: what people write goes below them.
    h1: "h3",
    h2: "h4",
    a: sanitizeHtml.simpleTransform("a", { rel: "nofollow noopener noreferrer ugc", target: "_blank" }),
  },
};

/**
 * What people wrote, as HTML that is safe to show: only an allow-list of elements, links to http, https and mailto.
 *
 * @param text Markdown, as typed or imported
 */
export const markdownToHtml = (text: string): string => sanitizeHtml(render(text), allowed);

/** The bare words of a Markdown text, without marks, in one line: for search, lists and previews. */
export function plainText(text: string): string {
  const spaced = render(text).replaceAll("<", " <");
  const words = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {}, parser: { decodeEntities: true } });
  return unescapeText(words).replace(/\s+/g, " ").trim();
}

/**
 * A Markdown text as one reads it: its words without marks, a line for each paragraph and item, and behind what is a link
 * where it leads. For showing what changed in it.
 */
export function readableText(text: string): string {
  const lines = render(text)
    .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_, address, words) =>
      words === address ? words : `${words} (${address})`,
    )
    .replace(/<li>\s*(<p>)?/g, "• ")
    .replace(/<\/(p|h\d|pre|blockquote|ul|ol|table)>/g, "\n")
    .replace(/<\/t[dh]>\s*/g, " ");
  const words = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {}, parser: { decodeEntities: true } });
  return unescapeText(words)
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n\s*\n/g, "\n\n")
    .trim();
}

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** The sanitiser answers HTML; what is kept as text must not be escaped a second time when it is shown. */
const unescapeText = (html: string): string =>
  html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
