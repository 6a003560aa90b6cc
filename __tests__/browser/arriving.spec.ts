import type { Page } from "@playwright/test";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

/** Holds up every page that our script fetches from now on. @returns what lets them through */
async function holdUp(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route("**/*", async (route) => {
    const isPage = route.request().headers().rsc === "1" && !route.request().headers()["next-router-prefetch"];
    if (isPage) await released;
    await route.continue();
  });
  return release;
}

/** The list of ideas, with its script at work: before that, a link loads its page as links do. */
async function openList(page: Page): Promise<void> {
  await signInAs(page, "Samuel Okafor", "/ideas");
  await expect(page.locator("html[data-shortcuts]")).toBeAttached();
}

const outline = (page: Page) => page.locator("[data-skeleton]");

test("a page that is long in coming shows its outline, says so, and then itself", async ({ page }) => {
  await openList(page);
  const idea = page.getByRole("main").getByRole("article").first().getByRole("link").first();
  const title = (await idea.textContent()) ?? "";
  const letThrough = await holdUp(page);

  await idea.click();
  await expect(outline(page)).toHaveAttribute("data-skeleton", "article");
  const main = page.getByRole("main");
  await expect(main).toHaveAttribute("aria-busy", "true");
  await expect(main.getByText("Loading the page")).toBeAttached();
  await expect(idea).toBeHidden();
  await expect(main).toBeFocused();

  letThrough();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(outline(page)).toHaveCount(0);
  await expect(main).toHaveAttribute("aria-busy", "false");
});

for (const [link, kind] of [
  ["Home", "list"],
  ["New idea", "form"],
] as const) {
  test(`the way to ${link} shows the outline of a ${kind}`, async ({ page }) => {
    await openList(page);
    const letThrough = await holdUp(page);

    await page.getByRole("navigation").getByRole("link", { name: link, exact: true }).click();
    await expect(outline(page)).toHaveAttribute("data-skeleton", kind);

    letThrough();
    await expect(outline(page)).toHaveCount(0);
  });
}

test("another view of the same page fades the old one, and takes nothing away from whoever goes on", async ({
  page,
}) => {
  await openList(page);
  const letThrough = await holdUp(page);
  const order = page.getByRole("navigation", { name: "Order" }).getByRole("link", { name: "Trending" });

  await order.click();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  await expect(outline(page)).toHaveCount(0);
  await expect(order).toBeFocused();

  letThrough();
  await expect(page).toHaveURL(/order=trending/);
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "false");
});

test("going back leads to where one was, without an outline", async ({ page }) => {
  await openList(page);
  const idea = page.getByRole("main").getByRole("article").nth(8).getByRole("link").first();
  await idea.scrollIntoViewIfNeeded();
  const letThrough = await holdUp(page);
  await idea.click();
  await expect(outline(page)).toBeInViewport();
  letThrough();
  await expect(page).toHaveURL(/ideas\/./);
  await expect(outline(page)).toHaveCount(0);

  await holdUp(page);
  await page.goBack();
  await expect(idea).toBeInViewport();
  await expect(outline(page)).toHaveCount(0);
});
