import { typedLine, typedText } from "@/lib/platform/typed-text";

it("composes letters and their marks, however people's keyboards send them", () => {
  expect(typedLine().parse("cafe\u0301 pho\u031B\u0309")).toBe("café phở");
});

it("leaves out what a database refuses or a reader trips over", () => {
  expect(typedText().parse("a\u0000b\u202Ec\ud800")).toBe("abc\ufffd");
});

it("leaves out code points that are no characters, which XML refuses, and keeps what only looks like them", () => {
  expect(typedLine().parse("a\ufffeb\uffffc\ufdd0d\ufdefe\u{1fffe}f\u{10ffff}g")).toBe("abcdefg");
  expect(typedText().parse("\ufdcf\ufdf0\ufffd🚲")).toBe("\ufdcf\ufdf0\ufffd🚲");
});

it("keeps 30 marks on one letter and no more: putting a megabyte of them in order takes minutes", () => {
  expect(typedText().parse(`q${"\u0316\u0301".repeat(50_000)}b`)).toHaveLength(32);
});
