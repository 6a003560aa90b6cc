import fc from "fast-check";
import { encodeCursor } from "@/lib/ranking/cursor";
import { rankedIdeas } from "@/lib/ranking/ranked-ideas";
import { listAddress, listInput } from "@/lib/ranking/schema";
import { hire } from "../../support/database";

const id = "5b6d5d1c-6c0c-4b1e-9d4d-0a1f7f6f2a11";

it("reads back every place in a list exactly as it was written", () => {
  const key = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat());

  fc.assert(
    fc.property(key, (value) => {
      const cursor = { order: "trending", direction: "before", id, key: [value], before: 20 } as const;
      const read = listInput.parse({ order: "trending", cursor: encodeCursor({ ...cursor, key: [value] }) }).cursor;
      expect(read?.key[0]).toBe(Object.is(value, -0) ? 0 : value);
    }),
  );
});

it("refuses programs that ask for what there is not", () => {
  for (const input of [{ state: "draft" }, { ordre: "new" }, { order: "hot" }, { limit: 101 }, { cursor: "zzz" }]) {
    expect(listInput.safeParse(input).success).toBe(false);
  }
});

it("refuses a place that belongs to another order, and leaves it out of a page's address", () => {
  const cursor = encodeCursor({ order: "new", direction: "after", id, key: [0], before: 20 });

  expect(listInput.safeParse({ order: "trending", cursor }).error?.issues).toMatchObject([
    { path: ["cursor"], message: "search.cursorOfOtherOrder" },
  ]);
  expect(listAddress.parse({ order: "trending", cursor }).cursor).toBeUndefined();
});

it("leaves out of a page's address what makes no sense, and keeps the rest", () => {
  const address = {
    order: "hot",
    category: "7",
    state: ["draft"],
    tag: "soup",
    limit: "-3",
    cursor: "AAAA",
    page: "2",
  };

  expect(listAddress.parse(address)).toEqual({ order: "discover", tag: "soup", limit: 20 });
});

it("answers any address, however mangled", async () => {
  const ana = await hire();
  const fields = fc.constantFrom("q", "state", "category", "department", "place", "tag", "author", "order", "cursor");
  const forged = fc.json().map((json) => `20.${Buffer.from(json).toString("base64url")}`);
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }),
    forged,
  );

  await fc.assert(
    fc.asyncProperty(fc.dictionary(fields, value), async (address) => {
      await rankedIdeas(ana, listAddress.parse(address));
    }),
    { numRuns: 200 },
  );
}, 60_000);

it("takes no place from the end of time", async () => {
  const ana = await hire();
  const forged = [
    ["new", "after", id, 8.64e15],
    ["new", "after", id, 9e15],
    ["new", "after", id, -1],
    ["supported", "after", id, 2 ** 31, 0],
    ["trending", "after", id, 1e308],
  ];
  for (const cursor of forged) {
    const address = { order: cursor[0], cursor: `20.${Buffer.from(JSON.stringify(cursor)).toString("base64url")}` };
    expect((await rankedIdeas(ana, listAddress.parse(address))).ideas).toEqual([]);
  }
});
