import type { Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { signInAs } from "./support/people";
import { hire, signedIn } from "./support/staff";
import { expect, test } from "./support/test";

const titles = (page: Page) =>
  page.getByRole("main").getByRole("article").getByRole("heading", { level: 2 }).allTextContents();
const compared = (page: Page, pairs: string) => expect(page.getByText(`${pairs} compared today`)).toBeVisible();

/** Somebody who has never compared anything, before their first pair. */
async function newcomerBefore(page: Page): Promise<string[]> {
  await signedIn(page, await hire("Nico Newcomer", "en", ["employee"]));
  await page.goto("/compare");
  await expect(page.getByRole("heading", { level: 1, name: "Which of these two?" })).toBeVisible();
  const first = await titles(page);
  expect(first).toHaveLength(2);
  return first;
}

/** Another pair stands there. */
const another = (page: Page, than: string[]) =>
  expect(async () => expect(await titles(page)).not.toEqual(than)).toPass();

test("one compares by keyboard: arrows choose, a digit skips, u goes back to think again", async ({ page }) => {
  const first = await newcomerBefore(page);
  await expect(page.locator("kbd", { hasText: "←" })).toBeVisible();

  await page.keyboard.press("ArrowLeft");
  await compared(page, "1 pair");
  const second = await titles(page);
  expect(second).not.toEqual(first);

  await page.keyboard.press("1");
  await another(page, second);
  const third = await titles(page);
  await compared(page, "1 pair");

  await page.keyboard.press("u");
  await expect(page.getByText("can be changed for ten minutes")).toBeVisible();
  expect(await titles(page)).toEqual(second);
  expect(await barriersOn(page)).toEqual([]);
  await page.keyboard.press("ArrowRight");

  await compared(page, "2 pairs");
  expect(await titles(page)).toEqual(third);
  await expect(page).toHaveURL("/compare");
});

test("the same pair waits for one who comes back, in another tab too", async ({ page, context }) => {
  const first = await newcomerBefore(page);

  await page.reload();
  expect(await titles(page)).toEqual(first);
  const tab = await context.newPage();
  await tab.goto("/compare");
  expect(await titles(tab)).toEqual(first);

  await page.getByRole("button", { name: `This one: ${first[0]}` }).click();
  await compared(page, "1 pair");
  await tab.getByRole("button", { name: `This one: ${first[1]}` }).click();
  await expect(tab.getByText("You have already answered this pair.")).toBeVisible();
  await tab.getByRole("link", { name: "Back to the next pair" }).click();
  await expect(async () => expect(await titles(tab)).toEqual(await titles(page))).toPass();
});

test("a tap anywhere on an idea chooses it on a phone, where both stand one above the other", async ({ elsewhere }) => {
  const page = await elsewhere({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const first = await newcomerBefore(page);
  const cards = page.getByRole("main").getByRole("article");
  const [upper, lower] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()];
  expect(lower?.y).toBeGreaterThan((upper?.y ?? 0) + (upper?.height ?? 0));
  await expect(page.locator("kbd").first()).toBeHidden();

  // At its title: what is really pressed there is the button, which covers the card.
  await page.touchscreen.tap((lower?.x ?? 0) + 40, (lower?.y ?? 0) + 50);

  await compared(page, "1 pair");
  await another(page, first);
});

test("the rest of an idea opens in place, and opening it chooses nothing", async ({ page }) => {
  await newcomerBefore(page);
  // Not every pair has one that goes on.
  const more = page.getByText("Read all of it").first();
  while (!(await more.isVisible())) {
    const before = await titles(page);
    await page.getByRole("button", { name: "Can’t decide" }).click();
    await another(page, before);
  }
  const shown = await titles(page);

  await more.click();

  await expect(page.locator("main details[open] .markdown")).toBeVisible();
  expect(await titles(page)).toEqual(shown);
  expect(await barriersOn(page)).toEqual([]);
});

test("a list leads to comparing what it shows, as long as one may", async ({ page, elsewhere }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  await page.getByRole("main").getByRole("link", { name: "Compare two" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Which of these two?" })).toBeVisible();

  const other = await elsewhere();
  await signedIn(other, await hire("Greta Guest", "en", []));
  await other.goto("/ideas");
  await expect(other.getByRole("heading", { level: 1, name: "Ideas" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Compare two" })).toHaveCount(0);
});

test("without JavaScript buttons do the same, and no key is promised", async ({ elsewhere }) => {
  const page = await elsewhere({ javaScriptEnabled: false });
  const first = await newcomerBefore(page);
  await expect(page.locator("main kbd")).toHaveCount(0);

  await page.getByRole("button", { name: `This one: ${first[1]}` }).click();
  await compared(page, "1 pair");
  const second = await titles(page);
  expect(second).not.toEqual(first);

  await page.getByRole("button", { name: "Both good" }).click();
  await another(page, second);
  await page.getByRole("link", { name: "Think again" }).click();
  expect(await titles(page)).toEqual(second);
  await page.getByRole("button", { name: `This one: ${second[0]}` }).click();
  await compared(page, "2 pairs");
});
