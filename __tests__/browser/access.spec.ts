import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { givenComment, givenIdea } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** The rules that ask what colours there are; the others find the same in the dark as in the light. */
const COLOURS = ["color-contrast", "link-in-text-block"];

function checker(page: Page, colorScheme: "light" | "dark"): AxeBuilder {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  return colorScheme === "light" ? axe.withTags(WCAG) : axe.withRules(COLOURS);
}

/** In the page: waits until it has been drawn in its new colours. */
async function settled(): Promise<void> {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
}

/** What the checker finds wrong with `page`, in light and dark, on a phone and on a wide screen. */
async function barriersOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, because colours would glide from one scheme to the other while they are looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(settled);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await checker(page, colorScheme).analyze();
      for (const { id, nodes } of violations)
        for (const { target, failureSummary } of nodes)
          found.push(`${width} ${colorScheme} ${id}: ${target.join(" ")} ${failureSummary}`);
    }
  }
  return found;
}

const visitors = ["/sign-in", "/sign-in/sent", "/sign-in/confirm?token=x", "/mail", "/no-such-page"];
for (const path of visitors) {
  test(`nothing bars a visitor's way on ${path}`, async ({ page }) => {
    await page.goto(path);

    expect(await barriersOn(page)).toEqual([]);
  });
}

const places = ["/", "/ideas", "/ideas?q=medcal+recrods&state=submitted", "/ideas/new", "/drafts", "/settings"];
for (const path of places) {
  test(`nothing bars a colleague's way on ${path}`, async ({ page }) => {
    await signInAs(page, "Samuel Okafor", path);

    expect(await barriersOn(page)).toEqual([]);
  });
}

for (const path of ["/admin/people", "/admin/people/new", "/admin/organisation"]) {
  test(`nothing bars an administrator's way on ${path}`, async ({ page }) => {
    await signInAs(page, "Lucía Ferrer Aldana", path);

    expect(await barriersOn(page)).toEqual([]);
  });
}

for (const part of ["", "/edit", "/history"]) {
  test(`nothing bars anybody's way on an idea's page${part}`, async ({ page }) => {
    await signInAs(page, "Samuel Okafor");
    const { path, ideaId } = await givenIdea(page, { body: "With **bold** words.\n\n- and\n- lists", tags: ["shade"] });
    const { commentId } = await givenComment(page, ideaId, "Who would look after them?");
    await page.goto(part === "" ? `${path}?comment=${commentId}` : path + part);

    expect(await barriersOn(page)).toEqual([]);
  });
}

test("the first Tab leads past the navigation, to the page itself", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");

  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
