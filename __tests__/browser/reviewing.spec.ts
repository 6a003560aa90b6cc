import type { Locator, Page } from "@playwright/test";
import { givenIdea } from "./support/ideas";
import { signInAs } from "./support/people";
import { giveTo, hire, signedIn } from "./support/staff";
import { expect, test } from "./support/test";

const REASON = "We looked at this with the people who would have to do it; see what they found last year.";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const focusOn = (target: Locator) => () => expect(target).toBeFocused({ timeout: 1_000 });

/** Presses `key` until `reached`: a page answers keys only when its script has come. */
async function press(page: Page, key: string, reached: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await reached();
  }).toPass();
}

/** What a reviewer does with the idea before them, without touching anything but keys. */
async function decline(page: Page): Promise<void> {
  const keys = page.keyboard;
  await press(page, "d", focusOn(page.locator("details[open] select[name=kind]")));
  await keys.press("ArrowDown");
  await keys.press("ArrowDown");
  await keys.press("Tab");
  await keys.type(REASON);
  await keys.press("Control+Enter");
}

const reviewOf = async (page: Page, ideaId: string) =>
  (await page.request.get(`/api/v1/ideas/${ideaId}`)).json() as Promise<{
    status: string;
    decisions: { reason: string; kind: string }[];
    review: { version: number };
  }>;

/** Signs in somebody who has so many ideas of a colleague's to answer, and a queue that no other test touches. */
async function givenTasks(page: Page, author: Page, count: number): Promise<void> {
  await signInAs(author, "Samuel Okafor");
  const ideaIds: string[] = [];
  for (let n = 0; n < count; n++) ideaIds.push((await givenIdea(author)).ideaId);
  const rita = await hire("Rita Desk", "en", ["employee", "reviewer"]);
  await giveTo(rita, ideaIds);
  await signedIn(page, rita);
}

test("a reviewer clears twenty ideas by keyboard alone", async ({ page, elsewhere }) => {
  test.setTimeout(180_000);
  await givenTasks(page, await elsewhere(), 20);
  await page.goto("/review");

  await press(page, "j", focusOn(page.getByRole("main").getByRole("article").first().getByRole("link")));
  await page.keyboard.press("Enter");
  const answered: string[] = [];
  for (let n = 0; n < 20; n++) {
    await expect(page).toHaveURL(/\/review\/[\w-]{36}/);
    const path = new URL(page.url()).pathname;
    answered.push(path.split("/").at(-1) ?? "");
    await decline(page);
    await expect(page).not.toHaveURL(new RegExp(path));
    await expect(heading(page)).toBeVisible();
  }

  expect(new Set(answered).size).toBe(20);
  for (const ideaId of answered) {
    const { status, decisions } = await reviewOf(page, ideaId);
    expect([status, decisions.at(-1)?.kind, decisions.at(-1)?.reason]).toEqual(["declined", "not_feasible", REASON]);
  }
});

test("j and k go through the queue, u back to it", async ({ page, elsewhere }) => {
  await givenTasks(page, await elsewhere(), 3);
  await page.goto("/review");
  await page.getByRole("main").getByRole("article").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/review\/[\w-]{36}/);
  const first = page.url();

  await press(page, "j", () => expect(page).not.toHaveURL(first, { timeout: 1_000 }));
  await press(page, "k", () => expect(page).toHaveURL(first, { timeout: 1_000 }));
  await press(page, "u", () => expect(page).toHaveURL(/\/review(\?[^/]*)?$/, { timeout: 1_000 }));
});

test("whoever is overtaken sees by whom, keeps what they typed, and can send it again", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Samuel Okafor");
  const { ideaId } = await givenIdea(author);
  await signInAs(page, "Owen Castellanos", `/review/${ideaId}?to=answer`);
  const answer = page.locator("details[open]").getByRole("textbox", { name: "Your answer" });
  await answer.fill(REASON);

  const faster = await elsewhere();
  await signInAs(faster, "Marta Ibáñez Prado");
  const { review } = await reviewOf(faster, ideaId);
  const moved = await faster.request.post(`/api/v1/ideas/${ideaId}/moves`, {
    data: { version: review.version, to: "in_review" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(moved.ok(), await moved.text()).toBe(true);
  await page.getByRole("button", { name: "Send the answer" }).click();

  await expect(page.getByText("A colleague was faster")).toBeVisible();
  await expect(page.getByText(/Marta Ibáñez Prado.*moved it to “In review”/)).toBeVisible();
  await expect(answer).toHaveValue(REASON);
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page).not.toHaveURL(new RegExp(ideaId));
  expect((await reviewOf(page, ideaId)).decisions.at(-1)?.reason).toBe(REASON);
});

test("a private note calls a colleague and stays away from the idea's page", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Samuel Okafor");
  const { ideaId, path } = await givenIdea(author);
  await signInAs(page, "Owen Castellanos", `/review/${ideaId}`);
  const note = page.getByRole("textbox", { name: "New note" });

  await expect(async () => {
    await note.fill("");
    await note.pressSequentially("Ask @mar");
    await expect(page.getByRole("option", { name: "Marta Ibáñez Prado", exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(note).toHaveValue("Ask @Marta Ibáñez Prado ");
  await page.keyboard.type("what it costs.");
  await page.keyboard.press("Control+Enter");

  await expect(page.getByRole("region", { name: "Private notes" })).toContainText("what it costs.");
  await page.goto(path);
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText("what it costs.")).toHaveCount(0);
  await author.goto(`/review/${ideaId}`);
  await expect(author.getByText("what it costs.")).toHaveCount(0);
});

test("an idea can be declined without JavaScript", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Samuel Okafor");
  const { ideaId } = await givenIdea(author);
  await signInAs(page, "Owen Castellanos");
  const plain = await elsewhere({ javaScriptEnabled: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto(`/review/${ideaId}?to=declined`);
  const form = plain.locator("details[open]");

  await form.getByRole("button", { name: "Decline" }).click();
  await expect(plain.locator("[aria-invalid]").first()).toBeVisible();
  await plain.goto(`/review/${ideaId}?to=declined`);
  await form.getByLabel("Kind of reason").selectOption("not_now");
  await form.getByLabel("Your answer to the author").fill(REASON);
  await form.getByRole("button", { name: "Decline" }).click();

  await expect(plain).not.toHaveURL(new RegExp(ideaId));
  expect((await reviewOf(page, ideaId)).status).toBe("declined");
});
