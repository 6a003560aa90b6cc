import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { unzip } from "../support/unzip";
import { type Colleague, hire, signedIn } from "./support/staff";
import { expect, test } from "./support/test";

/** The address that the letter to somebody leads to. */
async function linkInLetter(page: Page, { email }: Colleague): Promise<string> {
  const mail = page
    .locator("div")
    .filter({ has: page.getByRole("heading", { name: /^How ideas stand at/ }), hasText: email })
    .last();
  await expect(async () => {
    await page.goto("/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  const links = await mail.getByRole("link").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  return links.find((link) => /\/insights\?from=[\d-]+&to=[\d-]+$/.test(link)) ?? "";
}

test("whoever leads opens the month's mail, reads the page, narrows it to their area and takes slides along", async ({
  page,
}) => {
  const greta = await hire("Greta Lindholm", "en", ["executive"]);
  const link = await linkInLetter(page, greta);
  await signedIn(page, greta);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Insights" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Time to answer" })).toBeVisible();

  const department = page.getByRole("combobox", { name: "Department" });
  const area = ((await department.getByRole("option").nth(1).textContent()) ?? "").trim();
  // The button is for those without a script; where there is one, choosing is enough.
  await expect(page.getByRole("button", { name: "Show", exact: true })).toBeHidden();
  await department.selectOption({ index: 1 });
  await expect(page).toHaveURL(/department=/);
  await page.getByRole("link", { name: "Take along" }).click();
  await expect(page.getByRole("main")).toContainText(area);

  const [slides] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Slides/ }).click(),
  ]);
  expect(slides.suggestedFilename()).toBe("ideas-all.pptx");
  const deck = unzip(await readFile(await slides.path()));
  expect(Object.keys(deck).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length).toBeGreaterThan(5);
  expect(deck["ppt/slides/slide1.xml"]).toContain(area);
  expect(deck["ppt/slides/slide1.xml"]).toContain("Greta Lindholm");
});
