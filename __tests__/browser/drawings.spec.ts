import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

/** In the page: the names of drawings of which nothing is to be seen. */
const unseen = () =>
  [...document.querySelectorAll<SVGUseElement>("svg.icon use")]
    .filter((use) => use.checkVisibility() && use.getBBox().width === 0)
    .map((use) => use.href.baseVal);

for (const path of ["/", "/ideas", "/ideas/new", "/settings"]) {
  test(`every drawing on ${path} is there to be seen`, async ({ page }) => {
    await signInAs(page, "Samuel Okafor", path);
    await page.goto(path);

    expect(await page.locator("svg.icon:visible").count()).toBeGreaterThan(3);
    await expect.poll(() => page.evaluate(unseen)).toEqual([]);
  });
}
