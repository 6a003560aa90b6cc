import fc from "fast-check";
import sanitizeHtml from "sanitize-html";
import { markdownToHtml, plainText } from "@/lib/platform/markdown";

/** Well-known ways to smuggle a script into a page, each in the shape Markdown, HTML or a link would let it pass. */
const corpus = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  '<a href="javascript:alert(1)">x</a>',
  "<form action=javascript:alert(1)><input type=submit>",
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<textarea><img src=x onerror=alert(1)></textarea>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[><img src=x onerror=alert(1)>]]>",
  "<base href=//evil.example/>",
  "<meta http-equiv=refresh content=0;url=//evil.example>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\\x01javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](vbscript:msgbox(1))",
  "[x](file:///etc/passwd)",
  "[x](//evil.example)",
  "[x](/api/v1/ideas)",
  '[x](https://a" onmouseover="alert(1))',
  '[x](<https://a" onmouseover="alert(1)>)',
  "[x](https://e.example 'title\" onclick=\"alert(1)')",
  "[x]\n\n[x]: javascript:alert(1)",
  "![x](https://evil.example/pixel.png)",
  '![x](x" onerror="alert(1))',
  "<javascript:alert(1)>",
  '<https://a.example/"onclick=alert(1)>',
  'javascript:alert(1) www.a.example"onclick=alert(1)',
  "```js\n</code><script>alert(1)</script>\n```",
  '```"><script>alert(1)</script>\nx\n```',
  "`<script>alert(1)</script>`",
  "| <img src=x onerror=alert(1)> | b |\n|---|:-:|\n| [x](javascript:alert(1)) | 2 |",
  "# <script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\u003cscript\u003ealert(1)",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
];

const elements = "p br strong em s code pre blockquote ul ol li hr a h3 h4 h5 h6 table thead tbody tr th td".split(" ");
const attributes: Record<string, RegExp> = {
  href: /^(https?:\/\/|mailto:)/i,
  rel: /^nofollow noopener noreferrer ugc$/,
  target: /^_blank$/,
  start: /^\d+$/,
};

/** Everything a parser finds in the HTML that is not on our list. */
function foreign(html: string): string[] {
  const found: string[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    onOpenTag: (name, given) => {
      if (!elements.includes(name)) found.push(name);
      for (const [key, value] of Object.entries(given))
        if (!attributes[key]?.test(value)) found.push(`${key}=${value}`);
    },
  });
  return found;
}

/** The same rules again, written apart from the code under test. */
const again = (html: string) =>
  sanitizeHtml(html, {
    allowedTags: elements,
    allowedAttributes: { a: ["href", "rel", "target"], ol: ["start"] },
    allowedSchemes: ["http", "https", "mailto"],
  });

it.each(corpus)("makes %j harmless", (text) => {
  const html = markdownToHtml(text);

  expect(foreign(html)).toEqual([]);
  expect(again(html)).toBe(html);
});

const pieces = fc.oneof(
  fc.constantFrom(...corpus),
  fc.constantFrom(...corpus).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
  fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "`",
    "](",
    "![",
    "[",
    ")",
    "&#",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "\u0000",
    "<!--",
    "-->",
    "</",
    "on",
    "=",
    "javascript:",
    "//",
    "|",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);

it("stays harmless however the pieces are put together", () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
      const html = markdownToHtml(parts.join(""));
      expect(foreign(html)).toEqual([]);
      expect(again(html)).toBe(html);
    }),
    { numRuns: 1_500 },
  );
}, 60_000);

it("keeps what people mean: marks, lists, links and tables, headings below the page's own", () => {
  expect(markdownToHtml("# A\n\n**b** *c*\n\n3. d\n\n[e](https://e.example)")).toBe(
    '<h3>A</h3>\n<p><strong>b</strong> <em>c</em></p>\n<ol start="3">\n<li>d</li>\n</ol>\n' +
      '<p><a href="https://e.example" rel="nofollow noopener noreferrer ugc" target="_blank">e</a></p>\n',
  );
  expect(markdownToHtml("|a|\n|-|\n|b|")).toContain("<td>b</td>");
});

it("shows a picture as a link to it, so that its host learns nothing by itself", () => {
  expect(markdownToHtml("![Plan](https://e.example/plan.png)")).toContain('href="https://e.example/plan.png"');
  expect(markdownToHtml("![Plan](https://e.example/plan.png)")).toContain(">Plan</a>");
});

it("shows a link that leads nowhere safe as it was typed", () => {
  expect(markdownToHtml("[Read](/api) [me](javascript:alert(1))")).toBe(
    "<p>[Read](/api) [me](javascript:alert(1))</p>\n",
  );
});

const LONGEST = 65_000;
const slow = [
  "*a_",
  "[",
  "![",
  "[a](",
  "`",
  "``a",
  "<",
  "<a ",
  "<!--",
  "> ",
  "- ",
  "  - ",
  "&",
  "&#",
  "\\",
  "|a",
  "|-|\n",
  "~~a",
  "[a]: b\n",
  "**a",
  "_a*",
  "http://",
  "a@a.",
  "www.",
  "a.",
  "((",
  "[[]]",
  "\n\n",
  "# ",
  "a\n-\n",
  '"',
  "&lt;",
];

it.each(slow)("needs no long time for 65,000 characters of %j", (piece) => {
  const text = piece.repeat(LONGEST / piece.length);
  const start = process.cpuUsage();

  markdownToHtml(text);

  // Work, not time: other tests run beside this one. Linear parsing takes 1 to 300 ms of it.
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
});

it("gives the bare words, in one line, for lists and search", () => {
  expect(plainText("# Racks\n\n- at the **gate**\n- a < b & c\n\n[more](https://e.example) <b>x</b>")).toBe(
    "Racks at the gate a < b & c more <b>x</b>",
  );
});

it("does not let a few bars become a page of cells", () => {
  const wide = `${"|a".repeat(3_000)}|\n${"|-".repeat(3_000)}|\n${"|\n".repeat(2_500)}`;

  expect(markdownToHtml(wide).length).toBeLessThan(2 * wide.length);
  expect(markdownToHtml("|a|b|\n|-|-|\n|1|2|")).toContain("<td>2</td>");
});
