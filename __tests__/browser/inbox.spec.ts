import { givenComment, givenIdea } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

/** The lines about one idea in the inbox that is open. */
const linesAbout = (page: import("@playwright/test").Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title });

/** Waits until the worker has told of something: it takes a second or two. */
async function waitForLine(page: import("@playwright/test").Page, title: string): Promise<void> {
  await expect(async () => {
    await page.goto("/inbox");
    await expect(linesAbout(page, title).first()).toBeVisible({ timeout: 500 });
  }).toPass();
}

test("an author hears of a comment: the bell rings, the line leads to it and is read from then on", async ({
  page,
  elsewhere,
}) => {
  await signInAs(page, "Owen Castellanos");
  const { ideaId, title } = await givenIdea(page);
  const samuel = await elsewhere();
  await signInAs(samuel, "Samuel Okafor");
  const { commentId } = await givenComment(samuel, ideaId, "Who would look after them?");
  await waitForLine(page, title);

  await expect(page.getByRole("link", { name: /^Inbox, \d+ new$/ })).toBeVisible();
  await expect(linesAbout(page, title)).toContainText("Samuel Okafor commented");
  await expect(linesAbout(page, title)).toContainText("Your idea");
  await linesAbout(page, title).getByRole("link", { name: title }).click();

  await expect(page).toHaveURL(`/ideas/${ideaId}?comment=${commentId}#comment-${commentId}`);
  await page.goto("/inbox");
  await expect(linesAbout(page, title).getByRole("button")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("lines are marked as read, one and all", async ({ page, elsewhere }) => {
    await signInAs(page, "Thiago Barreto Lins");
    const ideas = [await givenIdea(page), await givenIdea(page)];
    const samuel = await elsewhere();
    await signInAs(samuel, "Samuel Okafor");
    for (const { ideaId } of ideas) await givenComment(samuel, ideaId, "Who would look after them?");
    for (const { title } of ideas) await waitForLine(page, title);
    const first = ideas[0]?.title ?? "";

    await linesAbout(page, first)
      .getByRole("button", { name: `Marcar como lido: ${first}` })
      .click();
    await expect(linesAbout(page, first).getByRole("button")).toHaveCount(0);
    await page.getByRole("button", { name: "Marcar tudo como lido" }).click();

    await expect(page.getByRole("link", { name: "Novidades", exact: true })).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem").getByRole("button")).toHaveCount(0);
  });

  test("mails come as often as one chooses, and a link in one of them ends them without signing in", async ({
    page,
    elsewhere,
  }) => {
    await signInAs(page, "Javiera Montecinos Vera", "/settings");
    const comments = page.getByRole("group", { name: "Comentarios" });
    await comments.getByText("Al momento").click();
    await page.getByLabel("Tu zona horaria").selectOption("America/Santiago");
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await expect(page.getByText("Guardado.")).toBeVisible();
    await expect(comments.getByRole("radio", { name: "Al momento" })).toBeChecked();

    const { ideaId, title } = await givenIdea(page);
    const samuel = await elsewhere();
    await signInAs(samuel, "Samuel Okafor");
    await givenComment(samuel, ideaId, "Who would look after them?");
    const visitor = await elsewhere();
    const mail = visitor
      .locator("div")
      .filter({ has: visitor.getByRole("heading", { name: title }) })
      .filter({ hasText: "Who would look after them?" })
      .last();
    await expect(async () => {
      await visitor.goto("/mail");
      await expect(mail).toBeVisible({ timeout: 500 });
    }).toPass();
    // What people wrote opens apart; a mail is shown as if somebody had written it.
    await visitor.goto((await mail.getByRole("link", { name: /\/unsubscribe\// }).getAttribute("href")) ?? "");
    await visitor
      .getByRole("button")
      .filter({ hasText: /these mails|estos correos/ })
      .click();

    await expect(visitor.getByRole("heading", { name: /no more such mails|correos así/ })).toBeVisible();
    await page.goto("/settings");
    await expect(comments.getByRole("radio", { name: "Nunca" })).toBeChecked();
  });
});
