import { cleanLines, cleanTitle, oneLine } from "@/lib/transfer/clean-text";

it("takes out what nobody sees: controls, marks of direction, byte order marks, halves of characters", () => {
  expect(oneLine("\uFEFFa\u0000b\u202Ec\u200B\u0007 d\uD800")).toBe("abc d\uFFFD");
});

it("takes out code points that are no characters", () => {
  expect(oneLine("a\ufffeb\uffffc\ufdd0d\ufdefe\u{1fffe}f\u{10ffff}g")).toBe("abcdefg");
});

it("keeps what joins emoji", () => {
  expect(oneLine("👩‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿")).toBe("👩‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿");
});

it("makes one blank of blanks of every kind", () => {
  expect(cleanTitle(" Carril\u00a0bici \t en\u2003la  Castellana \r\n")).toBe("Carril bici en la Castellana");
});

it("keeps paragraphs and line ends, whatever the source ended its lines with", () => {
  expect(cleanLines("one \r\n two\rthree\u2028four\n\n\n\nfive\v six")).toBe("one\ntwo\nthree\nfour\n\nfive\nsix");
});

it("cuts a title at 300 characters with an ellipsis, never through a character", () => {
  const title = cleanTitle("😊".repeat(400));

  expect(Array.from(title)).toHaveLength(300);
  expect(title.endsWith("😊…")).toBe(true);
});
