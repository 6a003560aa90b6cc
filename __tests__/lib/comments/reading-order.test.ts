import { inReadingOrder } from "@/lib/comments/reading-order";

const answer = (id: string, parentId: string) => ({ id, parentId });
const told = (answers: { id: string; parentId: string }[]) =>
  inReadingOrder("start", answers).map(({ id, depth, isApart }) => `${id}${depth}${isApart ? " apart" : ""}`);

it("puts an answer below what it answers, siblings by age", () => {
  expect(told([answer("a", "start"), answer("b", "start"), answer("c", "a"), answer("d", "a")])).toEqual([
    "a1",
    "c2",
    "d2",
    "b1",
  ]);
});

it("indents three steps at most, and names whom the deeper ones answer", () => {
  const chain = [answer("a", "start"), answer("b", "a"), answer("c", "b"), answer("d", "c"), answer("e", "d")];

  expect(told(chain)).toEqual(["a1", "b2", "c3", "d3 apart", "e3 apart"]);
});

it("keeps an answer whose parent is on another page", () => {
  expect(told([answer("late", "elsewhere"), answer("a", "start")])).toEqual(["late1 apart", "a1"]);
});

it("survives a conversation of a thousand turns", () => {
  const chain = Array.from({ length: 1000 }, (_, n) => answer(`${n + 1}`, n === 0 ? "start" : `${n}`));

  expect(inReadingOrder("start", chain)).toHaveLength(1000);
});
