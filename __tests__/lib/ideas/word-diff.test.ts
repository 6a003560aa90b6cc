import fc from "fast-check";
import { textDiff, wordDiff } from "@/lib/ideas/word-diff";

const text = fc.string({ unit: fc.constantFrom("a", "b", "ñ", " ", "\n", ".", "**"), maxLength: 40 });
const side = (stretches: ReturnType<typeof wordDiff>, gone: "added" | "removed") =>
  stretches?.flatMap(({ is, text }) => (is === gone ? [] : text)).join("");

it("holds both texts whole: what stayed and went, what stayed and came", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const stretches = wordDiff(before, after);
      expect([side(stretches, "added"), side(stretches, "removed")]).toEqual([before, after]);
    }),
  );
});

it("marks words, not letters", () => {
  expect(wordDiff("Some 30 a day", "Some 40 a day")).toEqual([
    { is: "same", text: "Some " },
    { is: "removed", text: "30" },
    { is: "added", text: "40" },
    { is: "same", text: " a day" },
  ]);
});

it("gives up on texts that share nothing instead of comparing for ever", () => {
  const words = (from: number) => Array.from({ length: 4_000 }, (_, index) => (index + from).toString(36)).join(" ");
  const start = process.cpuUsage();

  expect(wordDiff(words(0), words(1_000_000))).toBeNull();
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_500);
});

const marked = (stretches: ReturnType<typeof textDiff>) =>
  stretches?.filter(({ is }) => is !== "same").map(({ is, text }) => `${is} ${text.trim()}`);

it("compares a text by what readers see of it, not by its marks", () => {
  const before = "In **July** it is hot.\n\n- shade\n- [plan](https://example.com/old)";
  const after = "In **August** it is hot.\n\n- shade\n- [plan](https://example.com/new)";

  const stretches = textDiff(before, after);

  expect(stretches?.map(({ text }) => text).join("")).not.toMatch(/\*\*|\[plan\]/);
  expect(stretches?.[0]?.text).toBe("In ");
  expect(marked(stretches)).toEqual(["removed July", "added August", "removed old", "added new"]);
});

it("shows the marks where nothing else changed", () => {
  expect(marked(textDiff("It is *hot*.", "It is **hot**."))).not.toEqual([]);
});

it("keeps paragraphs and items apart", () => {
  const kept = "One.\n\n- two\n- three\n\n> four";

  expect(textDiff(kept, `${kept} five`)?.[0]?.text).toBe("One.\n\n• two\n• three\n\nfour");
});
