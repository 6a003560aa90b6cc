import type { Page } from "@playwright/test";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const titles = (page: Page) => page.getByRole("main").getByRole("article").getByRole("heading").allTextContents();

test("every idea of a list answers why it is there, in the order of the list", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas?order=merit");
  const first = page.getByRole("main").getByRole("article").first();

  await first.getByText("Why is it here?").click();
  await expect(first.getByText("Ideas stand by the lower figure")).toBeVisible();

  await page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL(/\/ideas$|order=new/);
  await first.getByText("Why is it here?").click();
  await expect(first.getByText("The newest ideas come first")).toBeVisible();
});

test("what was drawn for somebody to discover is there again when they come back", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas?order=discover");
  const before = await titles(page);
  expect(before.length).toBeGreaterThan(10);
  await page.reload();

  // Others may propose ideas meanwhile, which draw lots at once; the order of those that were there stays.
  const after = (await titles(page)).filter((title) => before.includes(title));
  expect(after.length).toBeGreaterThan(10);
  expect(after).toEqual(before.filter((title) => after.includes(title)));
});
