import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { database } from "../http/support/callers";
import { givenIdea, newTitle } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const idOf = async (name: string) =>
  (await database.query("select id from person where name = $1 and status = 'active'", [name])).rows[0].id as string;

/** An idea that Marta and Owen are asked to mark, and nobody else. */
async function givenEvaluation(page: Page, title: string, hidesAuthor = false): Promise<string> {
  await signInAs(page, "Samuel Okafor");
  const { ideaId } = await givenIdea(page, { title });
  const id = randomUUID();
  await database.query(
    `insert into evaluation (id, idea_id, scorecard_id, hides_author, note_from)
     select $1, $2, id, $3, 2 from scorecard where is_general`,
    [id, ideaId, hidesAuthor],
  );
  await database.query(
    `insert into evaluation_criterion (evaluation_id, criterion_id)
     select $1, c.id from criterion c join scorecard s on s.id = c.scorecard_id and s.is_general
      where c.retired_at is null order by c.position limit 6`,
    [id],
  );
  for (const name of ["Marta Ibáñez Prado", "Owen Castellanos"])
    await database.query("insert into assessment (evaluation_id, reviewer_id, distance) values ($1, $2, 'other')", [
      id,
      await idOf(name),
    ]);
  return ideaId;
}

/** Which of some words the page tells, seen or unseen, when it is asked for by itself. */
async function toldBy(page: Page, words: string[]): Promise<string[]> {
  const source = await (await page.request.get(page.url())).text();
  return words.filter((word) => source.includes(word));
}

test("a reviewer marks an idea by one key a mark, and sees nothing of others' before", async ({ page, elsewhere }) => {
  const title = newTitle();
  const author = await elsewhere();
  const ideaId = await givenEvaluation(author, title, true);

  await signInAs(page, "Owen Castellanos", "/review/evaluations");
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(title) })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("The author is hidden while you mark.")).toBeVisible();
  expect(await toldBy(page, [title, "Samuel Okafor", await idOf("Samuel Okafor"), `/ideas/${ideaId}`])).toEqual([
    title,
  ]);

  await expect(async () => {
    await page.keyboard.press("5");
    await expect(page.getByText("1 of 6 marked")).toBeVisible({ timeout: 500 });
  }).toPass();
  for (const key of ["4", "4", "2", "3", "4"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  const problem = page.getByText("A mark this low needs a note");
  await expect(problem).toBeVisible();
  await page.keyboard.type("A quetzal in every office.");
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL("/review/evaluations");

  const other = await elsewhere();
  await signInAs(other, "Marta Ibáñez Prado", `/review/${ideaId}`);
  await expect(other.getByText("1 de 2 entregadas")).toBeVisible();
  await expect(other.getByText("cuando hayas entregado tus notas")).toBeVisible();
  expect(await toldBy(other, [title, "quetzal", "Samuel Okafor", await idOf("Samuel Okafor")])).toEqual([title]);
  await other.goto("/review/results");
  await expect(other.getByRole("link", { name: new RegExp(title) })).toHaveCount(0);
});

test("the order of results follows the weights at once, and the address keeps them", async ({ page }) => {
  await signInAs(page, "Owen Castellanos", "/review/results");
  // Other tests hand in marks meanwhile: the order of the demo's own ideas is what counts, not their places.
  const titles = async () =>
    (await page.locator("main ol [data-step]").allTextContents())
      .filter((told) => !told.includes("Plant trees"))
      .map((told) => told.replace(/^\d+/, ""));
  const before = await titles();
  const sliders = page.getByRole("slider");
  await expect(page.getByRole("button", { name: "Apply" })).toHaveCount(0);
  await sliders.first().focus();
  await page.keyboard.press("Home");

  await expect(page).toHaveURL(/weight=0/);
  await expect(sliders.first()).toBeFocused();
  await expect.poll(titles).not.toEqual(before);
  const moved = await titles();
  await page.reload();
  expect(await titles()).toEqual(moved);
  await page.getByRole("link", { name: "Back to the scorecard's" }).click();
  await expect.poll(titles).toEqual(before);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reviewer keeps marks, hands them in, and sees what came of it", async ({ page, elsewhere }) => {
    const title = newTitle();
    const ideaId = await givenEvaluation(await elsewhere(), title);
    await signInAs(page, "Owen Castellanos", `/review/${ideaId}/scorecard`);

    for (const group of await page.getByRole("group").all()) await group.getByText("4", { exact: true }).click();
    await page.getByRole("button", { name: "Keep for later" }).click();
    await expect(page.getByText("Nobody sees your marks until you hand them in.")).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(6);
    await expect(page.getByRole("table")).toHaveCount(0);
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.goto(`/review/${ideaId}`);

    await expect(page.getByRole("table", { name: "Marks" })).toBeVisible();
    await page.getByText("Close the evaluation").click();
    await page.getByRole("button", { name: "Close it now" }).click();
    await expect(page.getByText("did not hand in")).toBeVisible();
  });

  test("weights are moved by a form", async ({ page }) => {
    await signInAs(page, "Owen Castellanos", "/review/results");
    await page.getByRole("button", { name: "Apply" }).click();

    await expect(page).toHaveURL(/criterion=[\w-]{36}&weight=\d/);
    await expect(page.getByRole("slider")).not.toHaveCount(0);
  });
});
