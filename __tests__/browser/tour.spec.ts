import { barriersOn } from "./support/barriers";
import { choosePerson } from "./support/people";
import { expect, test } from "./support/test";

const LEADER = "Grace Whitfield";

test("a leader is offered the tour once, goes through it by keyboard, and ends it with Escape", async ({ page }) => {
  await choosePerson(page, LEADER, "/insights");
  await page.getByRole("button", { name: "Begin the tour" }).click();

  const card = page.getByRole("complementary", { name: "One page for Monday" });
  await expect(card).toBeFocused({ timeout: 30_000 });
  await expect(card).toContainText("Step 1 of 9");
  expect(await barriersOn(page)).toEqual([]);
  for (const [step, path] of [
    [2, "/insights"],
    [3, "/insights"],
    [4, "/insights"],
    [5, "/insights/pipeline"],
    [6, "/insights/participation"],
    [7, "/insights/impact"],
    [8, "/insights/portfolio"],
    [9, "/insights/glossary"],
  ]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByText(`Step ${step} of 9`)).toBeVisible({ timeout: 30_000 });
    await expect(page).toHaveURL((url) => url.pathname === path && url.searchParams.get("tour") === String(step));
  }
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("Step 8 of 9")).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL((url) => url.pathname === "/insights/portfolio" && url.search === "");

  await page.goto("/insights");
  await expect(page.getByRole("heading", { name: "Insights" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Begin the tour" })).toHaveCount(0);
});

test("every step of the tour stands at something that is there", async ({ page }) => {
  await choosePerson(page, LEADER, "/insights/tour");
  const steps = await page.getByRole("main").getByRole("listitem").getByRole("link").all();
  const ways = await Promise.all(steps.map((step) => step.getAttribute("href")));

  expect(ways.length).toBeLessThanOrEqual(10);
  for (const way of ways) {
    await page.goto(way ?? "");
    const anchor = new URL(way ?? "", page.url()).hash;
    if (anchor) await expect(page.locator(anchor)).toBeVisible();
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the tour is turned down by its button, and goes from step to step by links", async ({ page }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent("/insights")}`);
    await page.getByRole("button", { name: LEADER }).click();
    await page.getByRole("button", { name: "Not now" }).click();
    await expect(page.getByRole("button", { name: "Not now" })).toHaveCount(0);

    await page.getByRole("link", { name: "Guided tour" }).click();
    await page.getByRole("link", { name: "Begin the tour" }).click();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page.getByText("Step 2 of 9")).toBeVisible();
    await page.getByRole("link", { name: "End the tour" }).click();
    await expect(page.getByText("Step 2 of 9")).toHaveCount(0);
  });
});
