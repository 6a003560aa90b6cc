import type { Page } from "@playwright/test";
import { barriersOn } from "./support/barriers";
import { givenIdea, newTitle } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const found = (page: Page) => page.getByRole("region", { name: "Similar ideas" });

/** What somebody types who has the same in mind as `title`. */
const again = (title: string) => title.replace("Plant trees", "Planting some trees");

test("whoever finds their idea proposed already supports that one instead, and keeps what they wrote", async ({
  page,
  elsewhere,
}) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const { title, ideaId, path } = await givenIdea(author, { title: newTitle() });
  await signInAs(page, "Samuel Okafor", "/ideas/new");

  await page.getByLabel("Your idea in one sentence").fill(again(title));
  await expect(found(page).getByRole("link", { name: title })).toBeVisible();
  await expect(found(page).getByText("Probably the same").first()).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await found(page)
    .getByRole("button", { name: `Support this one instead: ${title}` })
    .click();

  await expect(page).toHaveURL(new RegExp(`^[^?]+${path}\\?instead=`));
  const said = page.getByRole("status").filter({ hasText: "Your vote is counted" });
  await expect(said).toContainText("What you wrote is kept as a draft.");
  await expect(page.getByRole("button", { name: "Voted, 1 vote" })).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);

  await said.getByRole("link", { name: "Go on with the draft" }).click();
  await expect(page.getByLabel("Your idea in one sentence")).toHaveValue(again(title));
  await expect(found(page).getByText("You support it").first()).toBeVisible();

  await page.goto(`${path}?instead=${new URL(page.url()).searchParams.get("draft")}`);
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page).toHaveURL("/drafts");
  await expect(page.getByText(again(title))).toHaveCount(0);
  expect(ideaId).toBeTruthy();
});

test("nothing that is alike keeps anybody from submitting", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const { title } = await givenIdea(page, { title: newTitle() });
  await page.goto("/ideas/new");
  await page.getByLabel("Your idea in one sentence").fill(again(title));
  await expect(found(page).getByRole("link", { name: title })).toBeVisible();

  await page.getByRole("button", { name: "Submit idea" }).click();

  await expect(page.getByRole("heading", { level: 1, name: again(title) })).toBeVisible();
});

test("the search field leads to an idea by keyboard, and Escape closes what it suggests", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const { title, path } = await givenIdea(page, { title: newTitle() });
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: "Search ideas" });
  const suggested = page.getByRole("listbox", { name: "Similar ideas" });

  await field.pressSequentially(title);
  await expect(suggested.getByRole("option").first()).toContainText(title);
  expect(await barriersOn(page)).toEqual([]);
  await field.press("Escape");
  await expect(suggested).toBeHidden();

  await field.press("Space");
  await field.press("Backspace");
  await field.pressSequentially(" ");
  await expect(suggested).toBeVisible();
  await field.press("ArrowDown");
  await expect(suggested.getByRole("option", { selected: true })).toContainText(title);
  await field.press("Enter");

  await expect(page).toHaveURL(path);
});
