import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { messages } from "@/lib/platform/i18n/messages";

const WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** The rules that ask what colours there are; the others find the same in the dark as in the light. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** A phone, a tablet, a wide screen. */
const WIDTHS = [390, 820, 1440];

function checker(page: Page, colorScheme: "light" | "dark"): AxeBuilder {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    // Looks from inside the page alone, which has no frames: the other way opens a window for each look.
    .setLegacyMode();
  return colorScheme === "light" ? axe.withTags(WCAG) : axe.withRules(COLOURS);
}

/**
 * In the page: waits until it has been drawn in its new colours, though not for ever: a browser that is short of time may
 * leave out frames for as long as it likes, and then nothing glides either.
 */
async function settled(): Promise<void> {
  const drawn = async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  };
  await Promise.race([drawn(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
}

/** In the page: how much of it lies beyond the side of the window, where one would have to scroll sideways to read. */
const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

const TEXTS = new Set(
  Object.entries(messages.en).flatMap(([module, texts]) => Object.keys(texts).map((name) => `${module}.${name}`)),
);

/** In the page: all of it but its programs. */
const drawn = () => {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const program of copy.querySelectorAll("script, template")) program.remove();
  return copy.innerHTML;
};

/** Texts that stand there by their names, because the page did not bring their words along. */
const unsaid = (html: string) => [...new Set(html.match(/\b[a-z]+\.\w+/gi))].filter((name) => TEXTS.has(name));

/**
 * What bars the way on `page`, in light and dark, from phone to wide screen, what does not fit into 320 pixels (WCAG 2.2,
 * 1.4.10: what a window of 1280 pixels is at 400 %), and which texts have no words.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, because colours would glide from one scheme to the other while they are looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(settled);
      const { violations } = await checker(page, colorScheme).analyze();
      for (const { id, nodes } of violations)
        for (const { target, failureSummary } of nodes)
          found.push(`${width} ${colorScheme} ${id}: ${target.join(" ")} ${failureSummary}`);
    }
  }
  for (const name of unsaid(await page.evaluate(drawn))) found.push(`says ${name} instead of its words`);
  await page.setViewportSize({ width: 320, height: 900 });
  await page.evaluate(settled);
  const over = await page.evaluate(overhang);
  return over > 0 ? [...found, `320 reads sideways by ${over} pixels`] : found;
}
