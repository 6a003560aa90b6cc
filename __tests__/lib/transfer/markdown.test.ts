import fc from "fast-check";
import { markdownToHtml, plainText } from "@/lib/platform/markdown";
import { oneLine } from "@/lib/transfer/clean-text";
import { markdownFromHtml } from "@/lib/transfer/markdown-from-html";
import { markdownFromText } from "@/lib/transfer/markdown-from-text";

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "&lt;a onclick=alert(1)&gt;",
  '<a href="javascript:alert(1)">x</a>',
  "<a href=' java\u0000script:alert(1)'>x</a>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  "[x](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "`<script>`alert(1)",
  "\\<script>alert(1)</script>",
  "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
  '<embed src="javascript:alert(1)"><object data=javascript:alert(1)></object>',
];

/** The elements of sanitised HTML that are more than text in paragraphs. */
const elementsIn = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?(p|br \/|br|code)>$/.test(tag));

it.each(hostile)("lets nothing of %s run, nor be an element, even before it is sanitised", (text) => {
  for (const markdown of [markdownFromText(text), markdownFromHtml(text)]) {
    expect(markdown).not.toMatch(/(^|[^\\])<[a-z/!]/i);
    expect(elementsIn(markdownToHtml(markdown))).toEqual([]);
  }
});

it.each(["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "//example.org", "/admin", "vbscript:x"])(
  "keeps the words of a link to %j, not the link",
  (address) => {
    expect(markdownFromHtml(`<a href="${address}">words</a>`)).toBe("words");
  },
);

it("shows every text as it reads", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
      expect(plainText(markdownFromText(text))).toBe(oneLine(text));
    }),
    { numRuns: 500 },
  );
});

it("shows text full of marks as it reads", () => {
  const marks = fc.constantFrom(..."*_`#>-+=[]()<>&!|~\\ \n1.a:/".split(""), "&lt;", "---", "```", "1. ", "- ", "    ");

  fc.assert(
    fc.property(fc.array(marks, { maxLength: 40 }), (parts) => {
      expect(plainText(markdownFromText(parts.join("")))).toBe(oneLine(parts.join("")));
    }),
    { numRuns: 1000 },
  );
});

it("keeps line ends and paragraphs of a text", () => {
  expect(markdownToHtml(markdownFromText("one\ntwo\n\n- three\n# four"))).toBe(
    "<p>one<br />\ntwo</p>\n<p>- three<br />\n# four</p>\n",
  );
});

it("leaves addresses whole, so that they stay links", () => {
  expect(markdownFromText("see https://example.org/a_b_c?x=1&y=_2_ now")).toBe(
    "see https://example.org/a_b_c?x=1&y=_2_ now",
  );
});

it("turns HTML into Markdown: paragraphs, lists, headings, emphasis, links", () => {
  const html =
    '<h2>Qué</h2><p>Un <strong>carril</strong>&nbsp;bici</p><ul><li>uno</li><li><a href="https://example.org/(1)">dos</a></li></ul>';

  expect(markdownFromHtml(html)).toBe(
    "## Qué\n\nUn **carril** bici\n\n-   uno\n-   [dos](https://example.org/%281%29)",
  );
});

it("takes line ends of a body without elements as line ends", () => {
  expect(markdownFromHtml("one<br/>two<br/><br/>three\nfour")).toBe("one\ntwo\n\nthree\nfour");
});

it("shows what was embedded as the address it came from", () => {
  const html = '<object><param name="movie" value="x"><embed src="http://www.youtube.com/v/abc"></object>';

  expect(markdownFromHtml(html)).toBe("http://www.youtube.com/v/abc");
});

it("keeps 65,358 characters", () => {
  expect(markdownFromHtml("word ".repeat(13_072))).toHaveLength(65_359);
});
