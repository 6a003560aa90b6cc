import type { Locator, Page } from "@playwright/test";
import { givenComment, givenIdea, newTitle } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

/** Presses `keys` until `reached`: a page answers keys only when its script has come. */
async function press(page: Page, keys: string, reached: () => Promise<void>): Promise<void> {
  await expect(async () => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await reached();
  }).toPass();
}

const focusOn = (target: Locator) => () => expect(target).toBeFocused({ timeout: 1_000 });

const search = (page: Page) => page.getByRole("searchbox", { name: "Search ideas" });
const cards = (page: Page) => page.getByRole("main").getByRole("article");
const titleOf = (card: Locator) => card.getByRole("heading").getByRole("link");
const help = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("j and k walk through a list, and Enter opens where one stands", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  const [first, second] = [titleOf(cards(page).nth(0)), titleOf(cards(page).nth(1))];

  await press(page, "j", focusOn(first));
  await page.keyboard.press("j");
  await expect(second).toBeFocused();
  await expect(second).toBeInViewport();
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(first).toBeFocused();

  const title = (await first.textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("j walks from comment to comment on an idea's page", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const { path, ideaId } = await givenIdea(page);
  for (const body of ["First", "Second"]) await givenComment(page, ideaId, body);
  await page.goto(path);

  await press(page, "j", focusOn(cards(page).filter({ hasText: "First" }).last()));
  await page.keyboard.press("j");
  await expect(cards(page).filter({ hasText: "Second" }).last()).toBeFocused();
});

test("v votes for the idea that has the focus, and says so", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const { title, path } = await givenIdea(author);
  await signInAs(page, "Samuel Okafor", `/ideas?q=${encodeURIComponent(`"${title}"`)}`);
  const link = titleOf(cards(page).first());

  await press(page, "j", focusOn(link));
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("v");
  await expect(page.getByText("Voted, 1 vote")).toBeAttached();
  await expect(link).toBeFocused();
  await answered;

  await page.goto(path);
  const vote = page.getByRole("complementary").getByRole("button", { name: /vote/i });
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await press(page, "v", () => expect(vote).toHaveAttribute("aria-pressed", "false", { timeout: 1_000 }));
});

test("v does nothing in a list as long as no idea has the focus", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  await press(page, "/", focusOn(search(page)));
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const before = await page.getByRole("main").getByRole("button", { pressed: true }).count();

  await page.keyboard.press("v");

  expect(await page.getByRole("main").getByRole("button", { pressed: true }).count()).toBe(before);
});

test("g and a letter lead to a place, n to a new idea", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/settings");

  await press(page, "g i", () => expect(page).toHaveURL("/ideas", { timeout: 2_000 }));
  await press(page, "g h", () => expect(page).toHaveURL("/", { timeout: 2_000 }));
  await press(page, "n", () => expect(page).toHaveURL("/ideas/new", { timeout: 2_000 }));
});

test("letters are letters for somebody who types, and belong to the system with its keys", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  await press(page, "/", focusOn(search(page)));

  await page.keyboard.type("vnjk?/");
  await expect(search(page)).toHaveValue("vnjk?/");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (const chord of ["Control+j", "Alt+n", "Meta+v"]) await page.keyboard.press(chord);

  await expect(help(page)).toHaveCount(0);
  await expect(page).toHaveURL("/ideas");
  await expect(page.locator("main [data-step]:focus")).toHaveCount(0);
});

test("? explains the keys in a window, which gives the focus back", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  const link = titleOf(cards(page).first());
  await press(page, "j", focusOn(link));

  await page.keyboard.press("?");
  await expect(help(page)).toContainText("New idea");
  await page.keyboard.press("n");
  await expect(help(page)).toBeVisible();
  await page.keyboard.press("Escape");

  await expect(help(page)).toHaveCount(0);
  await expect(link).toBeFocused();
});

test("the menu explains the keys too, and whoever switches them off is left in peace for good", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  const account = page.getByRole("button", { name: /Your account/ });
  await account.click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await help(page)
    .getByRole("checkbox", { name: /single key/ })
    .uncheck();
  await page.keyboard.press("Escape");
  await expect(account).toBeFocused();

  for (const next of ["here", "after loading the page again"]) {
    for (const key of ["?", "n", "j", "/"]) await page.keyboard.press(key);
    await expect(help(page), next).toHaveCount(0);
    await expect(page.locator("main [data-step]:focus"), next).toHaveCount(0);
    await press(page, "Control+k", focusOn(search(page)));
    expect(new URL(page.url()).pathname, next).toBe("/ideas");
    await page.reload();
    await press(page, "Control+k", focusOn(search(page)));
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }
});

test("without JavaScript nothing promises keys that would not work", async ({ elsewhere, page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  const plain = await elsewhere({ javaScriptEnabled: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto("/ideas");

  await plain.getByRole("button", { name: /Your account/ }).click();
  await expect(plain.getByRole("link", { name: "Settings" })).toBeVisible();
  await expect(plain.getByText("Keyboard shortcuts")).toHaveCount(0);
});

/** What has the focus, and whether one can see that it has. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    const focus = document.activeElement;
    if (!focus || focus === document.body) return "lost";
    const isPage = focus.id === "content";
    // Some controls wear the mark on the frame around them.
    let marked: Element | null = focus;
    while (marked && getComputedStyle(marked).outlineStyle === "none") marked = marked.parentElement;
    const box = focus.getBoundingClientRect();
    const isInside = box.bottom > 0 && box.top < innerHeight;
    return isPage || (marked && isInside) ? "seen" : `not seen: ${focus.outerHTML.slice(0, 120)}`;
  });

/** Goes on with the Tab key until `target` has the focus, never losing it on the way. */
async function tab(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isThere()); presses++) {
    await page.keyboard.press("Tab");
    expect(await focusOf(page)).toBe("seen");
  }
  await expect(target).toBeFocused();
}

test("a whole visit works by keyboard alone, and the focus is always seen", async ({ page, elsewhere }) => {
  const keys = page.keyboard;
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const { title } = await givenIdea(author);
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });

  const written = newTitle("Lend the pool's bicycles to whoever comes by train");

  await page.goto("/sign-in?next=/");
  expect(await focusOf(page)).toBe("lost");
  await tab(page, page.getByRole("button", { name: /Samuel Okafor/ }));
  await keys.press("Enter");
  await expect(page.getByRole("banner").getByRole("button", { name: /Samuel/ })).toBeVisible();

  await keys.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  expect(await focusOf(page)).toBe("seen");
  await keys.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await press(page, "/", focusOn(search(page)));
  await keys.type(`"${title}"`);
  await keys.press("Enter");
  await expect(cards(page)).toHaveCount(1);
  expect(await focusOf(page)).toBe("seen");
  await press(page, "Tab j", focusOn(titleOf(cards(page))));
  expect(await focusOf(page)).toBe("seen");
  await keys.press("Enter");
  await expect(heading(title)).toBeVisible();
  expect(await focusOf(page)).toBe("seen");

  const vote = page.getByRole("complementary").getByRole("button", { name: /vot/i });
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await keys.press("v");
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await answered;
  expect(await focusOf(page)).toBe("seen");
  await tab(page, page.getByRole("textbox", { name: "Your comment" }));
  await keys.type("I would bring mine.");
  await tab(page, page.getByRole("button", { name: "Post comment" }));
  await keys.press("Enter");
  await expect(page.getByRole("article", { name: /Samuel/ })).toContainText("I would bring mine.");
  expect(await focusOf(page)).toBe("seen");

  await press(page, "n", focusOn(page.getByRole("main")));
  await expect(heading("New idea")).toBeVisible();
  await tab(page, page.getByRole("textbox", { name: "Your idea in one sentence" }));
  await keys.type(written);
  await tab(page, page.getByRole("textbox", { name: "What would get better, and how?" }));
  await keys.type("Half of them stand idle.");
  await tab(page, page.getByRole("combobox", { name: "Category" }));
  await keys.press("ArrowDown");
  await tab(page, page.getByRole("textbox", { name: "Tags" }));
  await keys.type("bicycles, commuting");
  await tab(page, page.getByRole("button", { name: "Submit idea" }));
  await keys.press("Enter");
  await expect(heading(written)).toBeVisible();
  await expect(page.getByRole("complementary").getByRole("link", { name: "commuting" })).toBeVisible();
  expect(await focusOf(page)).toBe("seen");

  await tab(page, page.getByRole("link", { name: "Edit", exact: true }));
  await keys.press("Enter");
  await expect(heading("Edit idea")).toBeVisible();
  await tab(page, page.getByRole("textbox", { name: "Your idea in one sentence" }));
  await keys.press("End");
  await keys.type(" again");
  await tab(page, page.getByRole("button", { name: "Save changes" }));
  await keys.press("Enter");
  await expect(heading(`${written} again`)).toBeVisible();
  expect(await focusOf(page)).toBe("seen");

  await tab(page, page.locator("summary", { hasText: "Withdraw" }));
  await keys.press("Enter");
  await tab(page, page.getByRole("button", { name: "Withdraw" }));
  await keys.press("Enter");
  await expect(page.getByText("The author has withdrawn this idea.")).toBeVisible();
  await expect.poll(() => focusOf(page)).toBe("seen");
});
