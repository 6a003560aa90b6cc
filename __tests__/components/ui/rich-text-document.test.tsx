import fc from "fast-check";
import { readMarkdown } from "@/components/ui/markdown-reader";
import { survives, writeMarkdown } from "@/components/ui/markdown-writer";
import { documentSchema } from "@/components/ui/rich-text-document";
import { plainText } from "@/lib/platform/markdown";

type Mark = { type: string; attrs?: object };
type Json = { type: string; attrs?: object; content?: Json[]; text?: string; marks?: Mark[] };

const words = fc.string({
  unit: fc.constantFrom(
    ..."abcñ 0123 .,;:!?()[]<>&*_~`#-+=|\\/@\"'",
    "1. ",
    "- ",
    "# ",
    "> ",
    "&amp;",
    "<b>",
    "www.a.es",
  ),
  minLength: 1,
  maxLength: 12,
});
const marks: fc.Arbitrary<Mark[]> = fc.subarray(["bold", "italic"]).map((types) => types.map((type) => ({ type })));
const link: Mark = { type: "link", attrs: { href: "https://example.org/ñ_(a)?b=*c*" } };
const text: fc.Arbitrary<Json> = fc.record({
  type: fc.constant("text"),
  text: words,
  marks: fc.oneof({ weight: 9, arbitrary: marks }, { weight: 1, arbitrary: fc.constant<Mark[]>([link]) }),
});
const hardBreak = fc.constant<Json>({ type: "hardBreak" });
const inline = fc.array(fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: hardBreak }), {
  minLength: 1,
  maxLength: 5,
});
const paragraph = inline.map<Json>((content) => ({ type: "paragraph", content }));
const heading = fc
  .array(text, { minLength: 1, maxLength: 3 })
  .map<Json>((content) => ({ type: "heading", attrs: { level: 2 }, content }));
const { block } = fc.letrec<{ block: Json; item: Json }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    paragraph,
    heading,
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "bulletList", content })),
    fc.array(tie("item"), { minLength: 1, maxLength: 12 }).map((content) => ({ type: "orderedList", content })),
    fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "blockquote", content })),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie("block"), { maxLength: 1 }))
    .map(([first, rest]) => ({ type: "listItem", content: [first, ...rest] })),
}));
const documents = fc
  .array(block, { maxLength: 4 })
  .map((content) =>
    documentSchema.nodeFromJSON({ type: "doc", content: content.length ? content : [{ type: "paragraph" }] }),
  );

const again = (markdown: string) => writeMarkdown(readMarkdown(markdown, documentSchema));
const letters = (text: string) => text.replace(/\s+/g, "");

it("keeps every text that the toolbar can make, word for word, in the editor and on the page", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const markdown = writeMarkdown(document);
      expect(letters(readMarkdown(markdown, documentSchema).textContent)).toBe(letters(document.textContent));
      expect(again(markdown)).toBe(markdown);
      expect(letters(plainText(markdown))).toBe(letters(document.textContent));
    }),
    { numRuns: 600 },
  );
}, 60_000);

const doc = (...content: Json[]) => documentSchema.nodeFromJSON({ type: "doc", content });
const p = (...content: [string, ...string[]][]) => ({
  type: "paragraph",
  content: content.map(([text, ...marks]) => ({ type: "text", text, marks: marks.map((type) => ({ type })) })),
});

it.each([
  ["# no heading", "\\# no heading"],
  ["- no list", "\\- no list"],
  ["-5 degrees", "-5 degrees"],
  ["2. no list", "2\\. no list"],
  ["2 * 3 < 4 & 5", "2 \\* 3 < 4 & 5"],
  ["snake_case ~ 3", "snake_case ~ 3"],
  ["<b>&amp;", "<b>\\&amp;"],
])("writes %s so that it stays what was typed", (typed, markdown) => {
  expect(writeMarkdown(doc(p([typed])))).toBe(markdown);
});

it.each([
  [[["C", "bold"], ["ircular"]], "**C**ircular"],
  [[["Nota: ", "bold"], ["texto"]], "**Nota:** texto"],
  [[["Nota:", "bold"], ["texto"]], "**Nota:texto**"],
] as [[string, ...string[]][], string][])(
  "keeps marks on their words where Markdown is picky about them",
  (texts, markdown) => {
    expect(writeMarkdown(doc(p(...texts)))).toBe(markdown);
  },
);

it.each([
  ["plain words,\nline by line\n\nwith a [link](https://example.org) and www.example.org", true],
  ["- a\n\n- b\n  1. c", true],
  ["| a | b |\n|---|---|\n| 1 | 2 |", false],
  ["![what it looks like](https://example.org/a.png)", false],
  ["[a]: https://example.org\n\nSee [a].", true],
])("knows whether the editor would harm %j", (markdown, unharmed) => {
  expect(survives(markdown, documentSchema)).toBe(unharmed);
});
