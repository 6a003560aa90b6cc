import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

test("whoever searches sees how much each filter would leave, and finds just that", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas?q=parque&language=es");
  const state = page.getByRole("checkbox", { name: /^Accepted \d/ });
  const count = Number(/\d+/.exec((await state.locator("..").textContent()) ?? "")?.[0]);

  await state.check();
  await expect(page).toHaveURL(/state=accepted/);

  await expect(page.getByRole("list", { name: "Active filters" })).toContainText("Español");
  const cards = page.getByRole("list", { name: "Ideas" }).getByRole("article");
  let found = await cards.count();
  for (const next = page.getByRole("link", { name: "Next" }); await next.count(); found += await cards.count()) {
    const first = await cards.first().textContent();
    await next.click();
    await expect(cards.first()).not.toHaveText(first ?? "");
  }
  expect(found).toBe(count);
});

test("a list that nobody searches counts nothing", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");

  await expect(page.getByRole("checkbox", { name: "Accepted", exact: true })).toBeAttached();
});
