import type { Page } from "@playwright/test";
import { expect } from "./test";

/** What on `page` could run something that somebody wrote, or did. */
const dangersOn = (page: Page) =>
  page.evaluate(() => {
    const bad = /^\s*(javascript|vbscript|data):/i;
    const addresses = ["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"];
    const dangers = [...document.querySelectorAll("body *")].flatMap((element) => {
      const handlers = element.getAttributeNames().filter((name) => name.startsWith("on"));
      const leads = addresses.filter((name) => bad.test(element.getAttribute(name) ?? ""));
      const isStrange = element.matches("iframe, object, embed, base, meta[http-equiv], marquee, math, animate");
      return handlers.length + leads.length > 0 || isStrange ? [element.outerHTML.slice(0, 200)] : [];
    });
    return "__pwned" in window ? ["something ran", ...dangers] : dangers;
  });

/** Visits `paths` and finds nothing in them that runs. */
export async function expectHarmless(page: Page, paths: string[]): Promise<void> {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  for (const path of paths) {
    await page.goto(path);
    expect(await dangersOn(page), path).toEqual([]);
  }
  expect(dialogs).toEqual([]);
}
