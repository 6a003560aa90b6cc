import TurndownService from "turndown";
import { cleanText, oneLine } from "./clean-text";
import { escapeLine } from "./markdown-from-text";

/** Stands for a line break until the end: text never holds it any more, and Turndown takes it for a word. */
const BREAK = "\u2028";

const mayLink = (address: string): boolean => /^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(address);

const addressIn = (node: HTMLElement, attribute: string): string => oneLine(node.getAttribute(attribute) ?? "");

/** An address between parentheses must not end them. */
const inLink = (address: string): string => address.replaceAll("(", "%28").replaceAll(")", "%29");

/** Which attribute of an element that shows something from elsewhere says where. Shown as a link, never loaded. */
const embedded: Record<string, string> = { IMG: "src", EMBED: "src", IFRAME: "src", VIDEO: "src", AUDIO: "src" };

function makeConverter(): TurndownService {
  const converter = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
    hr: "---",
    br: BREAK,
  });
  // Entities have become characters by now, so it is cleaned once more. Turndown's own leaves "<" alone, and
  // "&lt;script&gt;" in a source would come out as an element.
  converter.escape = (text) => cleanText(text).split("\n").map(escapeLine).join("\n");
  converter.remove(["script", "style", "noscript", "template", "title", "head", "param"] as TurndownService.Filter);
  converter.addRule("link", {
    filter: (node) => node.nodeName === "A",
    replacement: (content, node) => {
      const address = addressIn(node as HTMLElement, "href");
      if (!content.trim() || !mayLink(address)) return content;
      return content.trim() === address ? address : `[${content.trim()}](${inLink(address)})`;
    },
  });
  converter.addRule("embedded", {
    filter: (node) => node.nodeName in embedded,
    replacement: (_, node) => {
      const address = addressIn(node as HTMLElement, embedded[node.nodeName] ?? "");
      return mayLink(address) ? ` ${address} ` : "";
    },
  });
  return converter;
}

const converter = makeConverter();

/**
 * An HTML body as Markdown: headings, lists, emphasis and links to http, https and mailto stay, everything else is its
 * text alone. Elements that show something from elsewhere become the address they show.
 */
export function markdownFromHtml(html: string): string {
  const text = cleanText(html);
  // Half of all bodies with "HTML" hold line ends as their only layout; in a parser's eyes those are blanks.
  const broken = /<(?:p|div|ul|ol|table|h\d)\b/i.test(text) ? text : text.replaceAll("\n", "<br>");
  return (
    converter
      .turndown(broken)
      // Line ends count: the portal shows a line break for each.
      .replaceAll(`${BREAK}\n`, "\n")
      .replaceAll(BREAK, "\n")
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}
