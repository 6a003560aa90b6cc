import type { Page } from "@playwright/test";
import { database } from "../http/support/callers";
import { givenIdea, newTitle } from "./support/ideas";
import { hire, signedIn } from "./support/staff";
import { expect, test } from "./support/test";

type Row = { idea_id: string; place: string; list_order: string | null; position: number };

/** What the portal remembers that somebody saw, from top to bottom. */
async function seenBy({ id }: { id: string }): Promise<Row[]> {
  const { rows } = await database.query(
    "select idea_id, place, list_order, position from impression where person_id = $1 order by position, idea_id",
    [id],
  );
  return rows;
}

const idsOf = (page: Page): Promise<string[]> =>
  page
    .locator("[data-seen]>li h2 a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/")[2] ?? ""));

/** How many cards of the list are on the screen, at least by half. */
const onScreen = (page: Page): Promise<number> =>
  page.locator("[data-seen]>li").evaluateAll(
    (cards) =>
      cards.filter((card) => {
        const { top, bottom, height } = card.getBoundingClientRect();
        return Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2;
      }).length,
  );

/** As somebody who looks for so long. The rule that is proved is about time. */
const look = (page: Page, ms = 1_600) => page.waitForTimeout(ms);

test("whoever reads a list and leaves it has seen what was on the screen, where it stood, and nothing else", async ({
  page,
}) => {
  const ana = await hire("Ana Seen", "en", ["employee"]);
  await (await signedIn(page, ana)).goto("/ideas?order=supported&state=submitted");
  const ids = await idsOf(page);
  const count = await onScreen(page);
  expect(count).toBeLessThan(ids.length);

  await look(page, 3_000);
  await page.goto("about:blank");

  await expect.poll(async () => (await seenBy(ana)).length).toBe(count);
  expect(await seenBy(ana)).toEqual(
    ids.slice(0, count).map((idea_id, n) => ({ idea_id, place: "list", list_order: "supported", position: n + 1 })),
  );
});

test("scrolling down shows the rest, once, however often one scrolls back", async ({ page }) => {
  const ana = await hire("Ana Scrolls", "en", ["employee"]);
  await (await signedIn(page, ana)).goto("/ideas?state=submitted");
  const ids = await idsOf(page);

  for (const times of [1, 2]) {
    for (const id of times === 1 ? ids : ids.toReversed()) {
      await page.locator(`[data-seen]>li:has(h2 a[href="/ideas/${id}"])`).scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 200);
      await look(page, 300);
    }
    await look(page);
  }
  await page.goto("about:blank");

  await expect.poll(async () => (await seenBy(ana)).length).toBeGreaterThan(ids.length / 2);
  const rows = await seenBy(ana);
  for (const { idea_id, position } of rows) expect(position).toBe(ids.indexOf(idea_id) + 1);
  const { rows: counted } = await database.query(
    "select count(*)::int as n from exposure where idea_id = any ($1) and seen_on = current_date and people > 0",
    [rows.map(({ idea_id }) => idea_id)],
  );
  expect(counted[0].n).toBeGreaterThanOrEqual(rows.length);
});

test("what somebody opens at once counts where it was listed, and what was never on the screen does not", async ({
  page,
}) => {
  const ana = await hire("Ana Hurries", "en", ["employee"]);
  await (await signedIn(page, ana)).goto("/ideas?state=submitted");
  const ids = await idsOf(page);
  const last = ids.at(-1) ?? "";
  await look(page, 3_000);

  await page.locator(`h2 a[href="/ideas/${last}"]`).evaluate((link: HTMLElement) => link.click());
  await page.waitForURL(`**/ideas/${last}`);
  await page.goto("about:blank");

  const opened = { idea_id: last, place: "list", list_order: "new", position: ids.length };
  await expect.poll(() => seenBy(ana)).toContainEqual(opened);
  expect((await seenBy(ana)).length).toBeLessThan(ids.length / 2);
});

test("on the second page the places go on from the first", async ({ page }) => {
  const ana = await hire("Ana Turns", "en", ["employee"]);
  await (await signedIn(page, ana)).goto("/ideas?state=submitted");
  const first = (await idsOf(page))[0] ?? "";
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.locator(`[data-seen]>li h2 a[href="/ideas/${first}"]`)).toHaveCount(0);
  const [top] = await idsOf(page);
  await page.evaluate(() => scrollTo(0, 0));
  await look(page, 3_000);
  await page.goto("about:blank");

  await expect.poll(() => seenBy(ana)).toContainEqual({ idea_id: top, place: "list", list_order: "new", position: 21 });
});

test("an idea that somebody was led to by a link was in no list", async ({ page, elsewhere }) => {
  const author = await hire("Ana Writes", "en", ["employee"]);
  const { path, ideaId, title } = await givenIdea(await signedIn(await elsewhere(), author), { title: newTitle() });
  const ana = await hire("Ana Follows", "en", ["employee"]);
  await (await signedIn(page, ana)).goto(path);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await look(page, 3_000);
  await page.goto("about:blank");

  await expect.poll(() => seenBy(ana)).toEqual([{ idea_id: ideaId, place: "page", list_order: null, position: 0 }]);
});

test("authors see their own ideas, which does not count, and others' beside them, which does", async ({ page }) => {
  const ana = await hire("Ana Looks", "en", ["employee"]);
  await signedIn(page, ana);
  const { ideaId } = await givenIdea(page);
  await page.goto(`/ideas?author=${ana.id}`);
  await look(page, 2_500);
  await page.goto("/ideas?order=new");
  await expect(page.locator(`h2 a[href="/ideas/${ideaId}"]`)).toBeVisible();
  await look(page, 2_500);
  await page.goto("about:blank");

  await expect.poll(async () => (await seenBy(ana)).length).toBeGreaterThan(0);
  expect((await seenBy(ana)).map(({ idea_id }) => idea_id)).not.toContain(ideaId);
});
