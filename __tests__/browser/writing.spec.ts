import type { Page } from "@playwright/test";
import { givenIdea, newTitle } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const titleField = (page: Page) => page.getByRole("textbox", { name: "Your idea in one sentence" });
const textField = (page: Page) => page.getByRole("textbox", { name: /What would get better/ });

/** Opens the form for a new idea and waits for the toolbar, which comes once the page is quick enough for it. */
async function beginIdea(page: Page, title: string): Promise<void> {
  await page.goto("/ideas/new");
  await expect(page.getByRole("toolbar", { name: "Formatting" })).toBeVisible();
  await titleField(page).fill(title);
}

test("an idea is written with the toolbar, by keyboard alone, and read as it was meant", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const title = newTitle();
  await beginIdea(page, title);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Bold" })).toBeFocused();
  await press("Enter");
  await expect(textField(page)).toBeFocused();
  await page.keyboard.type("Shade");
  await press("Control+b");
  await page.keyboard.type(" for those who wait.");
  await press("Enter", "Shift+Tab", "ArrowRight", "ArrowRight", "ArrowRight");
  await expect(page.getByRole("button", { name: "Bullet list" })).toBeFocused();
  await press("Enter");
  await page.keyboard.type("limes");
  await press("Enter");
  await page.keyboard.type("the plan");
  await press("Control+Shift+ArrowLeft");
  await page.waitForFunction(() => getSelection()?.toString() === "plan");
  await press("Shift+Tab", "End", "ArrowLeft", "ArrowLeft", "Enter");
  await page.keyboard.type("example.org/plan");
  await press("Enter");
  await page.getByRole("button", { name: "Submit idea" }).press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const article = page.getByRole("article").first();
  await expect(article.getByRole("strong")).toHaveText("Shade");
  await expect(article.getByRole("listitem")).toHaveText(["limes", "the plan"]);
  await expect(article.getByRole("link", { name: "plan" })).toHaveAttribute("href", "https://example.org/plan");
});

test("a draft keeps itself while somebody writes, and is there after a reload", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const title = newTitle("Half an idea");
  await beginIdea(page, title);
  await textField(page).pressSequentially("To be gone on with");

  await expect(page.getByText("Draft saved at")).toBeVisible();
  await expect(page).toHaveURL(/draft=/);
  await page.reload();

  await expect(titleField(page)).toHaveValue(title);
  await expect(textField(page)).toContainText("To be gone on with");
});

test("a draft does not exist for anybody but its author", async ({ page, elsewhere }) => {
  await signInAs(page, "Samuel Okafor");
  await beginIdea(page, newTitle("Not for everybody yet"));
  await expect(page.getByText("Draft saved at")).toBeVisible();
  const draft = new URL(page.url()).searchParams.get("draft");
  const other = await elsewhere();
  await signInAs(other, "Hannah Lindqvist");

  for (const path of [
    `/ideas/${draft}`,
    `/ideas/${draft}/edit`,
    `/ideas/${draft}/history`,
    `/ideas/new?draft=${draft}`,
  ]) {
    const answer = await other.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
  expect((await other.request.get(`/api/v1/ideas/${draft}`)).status()).toBe(404);
  expect((await page.goto(`/ideas/${draft}`))?.status()).toBe(200);
});

test("what is wrong with an idea is said at its field when it is sent, until it is put right", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  await beginIdea(page, "Too short");

  await page.getByRole("button", { name: "Submit idea" }).click();
  await expect(titleField(page)).toHaveAccessibleDescription(/Say it in at least 10 characters/);
  await expect(titleField(page)).toBeFocused();

  await titleField(page).fill("Long enough by now");
  await expect(titleField(page)).not.toHaveAccessibleDescription(/Say it in at least 10 characters/);
});

test("colleagues see what an edit changed", async ({ page, elsewhere }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page, { body: "There would be **shade** for drivers." });
  await page.goto(idea.path);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(textField(page)).toContainText("There would be shade for drivers.");
  await textField(page).press("Control+End");
  await textField(page).pressSequentially(" And for cyclists.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("article").first()).toContainText("And for cyclists.");

  const reader = await elsewhere();
  await signInAs(reader, "Grace Whitfield", idea.path);
  await reader.getByRole("link", { name: "See what changed" }).click();

  await expect(reader.getByRole("insertion")).toContainText("And for cyclists.");
  await expect(reader.getByText("Edited by Samuel Okafor")).toBeVisible();
});

test("two tabs do not overwrite each other's edit", async ({ page, elsewhere }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);
  await page.goto(`${idea.path}/edit`);
  const other = await elsewhere();
  await signInAs(other, "Samuel Okafor", `${idea.path}/edit`);
  await titleField(other).fill(newTitle("The other tab was first"));
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "The other tab was first" })).toBeVisible();

  await titleField(page).fill("This tab knows nothing of it");
  await page.getByRole("button", { name: "Save changes" }).click();

  await expect(page.getByText("Somebody changed this idea meanwhile.")).toBeVisible();
  await expect(titleField(page)).toHaveValue("This tab knows nothing of it");
});

test("an idea that is withdrawn leaves the lists and takes no more votes", async ({ page, elsewhere }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);
  await page.goto(idea.path);
  await page.getByText("Withdraw", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByText("The author has withdrawn this idea.")).toBeVisible();

  const reader = await elsewhere();
  await signInAs(reader, "Grace Whitfield", idea.path);
  await expect(reader.getByText("The author has withdrawn this idea.")).toBeVisible();
  await expect(reader.getByText("Voting on this idea has closed.")).toBeVisible();
  await reader.goto(`/ideas?q=${encodeURIComponent(`"${idea.title}"`)}`);
  await expect(reader.getByText("Nothing found")).toBeVisible();
});
