import { db } from "@/lib/platform/db/client";
import { loadDemo } from "@/lib/transfer/load-demo";
import { keptSums, slowSums } from "./slow-ideas";

beforeAll(async () => {
  await loadDemo(() => undefined);
}, 240_000);

it("sums of real, imported ideas are what one gets by counting row by row", async () => {
  const slow = await slowSums();

  expect(Object.keys(slow).length).toBeGreaterThan(500);
  expect(await keptSums()).toEqual(slow);
});

it("as many answers are counted by day as by month", async () => {
  const [odd] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
      from idea_cell c
      full join (select dimension, unit_id, month, sum(ideas) as ideas, sum(days * ideas) as days
                   from answer_cell group by 1, 2, 3) a using (dimension, unit_id, month)
     where (coalesce(a.ideas, 0), coalesce(a.days, 0)) <> (coalesce(c.answers, 0), coalesce(c.answer_days, 0))`;

  expect(odd).toEqual({ count: 0 });
});
