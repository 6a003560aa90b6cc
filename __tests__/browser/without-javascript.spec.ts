import { givenComment, givenIdea, newTitle, voteButton } from "./support/ideas";
import { choosePerson, newcomer, signInAs, signInThroughTheCompany } from "./support/people";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("a newcomer signs in, searches with a typing error, and opens what was found", async ({ page }) => {
  await choosePerson(page, "Samuel Okafor");

  await page.getByRole("searchbox", { name: "Search ideas" }).fill("medcal recrods");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Showing results for “medical records”")).toBeVisible();
  const found = page.getByRole("list", { name: "Ideas" }).getByRole("heading").first();
  const title = (await found.textContent()) ?? "";
  await found.getByRole("link").click();

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("a colleague comes in through the company's identity provider", async ({ page }) => {
  await signInThroughTheCompany(page, newcomer());
});

test("a vote is given and taken back", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await signInAs(page, "Samuel Okafor", idea.path);

  await page.getByRole("button", { name: "Vote, 0 votes" }).click();
  await page.getByRole("button", { name: "Voted, 1 vote" }).click();

  await expect(voteButton(page)).toHaveAccessibleName("Vote, 0 votes");
  await expect(page).toHaveURL(idea.path);
});

test("whoever votes in a list comes back to the same list", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const { title } = await givenIdea(author);
  const list = `/ideas?q=${encodeURIComponent(`"${title}"`)}&order=new`;
  await signInAs(page, "Samuel Okafor", list);

  await page.getByRole("main").getByRole("button", { name: "Vote, 0 votes" }).click();

  await expect(page.getByRole("main").getByRole("button", { name: "Voted, 1 vote" })).toBeVisible();
  await expect(page).toHaveURL(/order=new/);
});

test("colleagues comment, answer, put it differently, and take it back", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await givenComment(author, idea.ideaId, "Who would look after them?");
  await signInAs(page, "Samuel Okafor", idea.path);
  const mine = page.getByRole("article", { name: "Samuel Okafor" });

  await page.getByRole("link", { name: "Answer: Owen Castellanos" }).click();
  await page.getByRole("textbox", { name: "Your answer" }).fill("My department would.");
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(mine.getByText("My department would.")).toBeVisible();

  await mine.getByRole("link", { name: /^Edit/ }).click();
  await mine.getByRole("textbox", { name: "Your comment" }).fill("The sports centre would.");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine.getByText("The sports centre would.")).toBeVisible();

  await mine.getByRole("link", { name: /^Delete/ }).click();
  await mine.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("Who would look after them?")).toBeVisible();
  await expect(mine).toHaveCount(0);
});

test("an empty comment is refused at its field", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);
  await page.goto(idea.path);

  await page.getByRole("button", { name: "Post comment" }).click();

  await expect(page.getByRole("textbox", { name: "Your comment" })).toHaveAccessibleDescription(
    /Write something first/,
  );
});

test("an idea is refused at its field, keeps what was typed, and is submitted once it is right", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas/new");
  const title = page.getByRole("textbox", { name: "Your idea in one sentence" });
  await title.fill("Too short");
  await page.getByRole("textbox", { name: /What would get better/ }).fill("Shade for those who **wait**.");
  await page.getByRole("combobox", { name: "Category" }).selectOption("Training and Development");
  await page.getByRole("textbox", { name: "Tags" }).fill("shade, depot");
  await page.getByRole("combobox", { name: "Language of the text" }).selectOption("Português");
  await page.getByRole("button", { name: "Submit idea" }).click();

  await expect(title).toHaveAccessibleDescription(/Say it in at least 10 characters/);
  await expect(title).toHaveAttribute("aria-invalid", "true");
  await expect(title).toHaveValue("Too short");
  await expect(page.getByRole("textbox", { name: /What would get better/ })).toHaveValue(
    "Shade for those who **wait**.",
  );
  await expect(page.getByRole("combobox", { name: "Category" }).locator(":checked")).toHaveText(
    "Training and Development",
  );
  await expect(page.getByRole("combobox", { name: "Language of the text" }).locator(":checked")).toHaveText(
    "Português",
  );
  await expect(page.getByRole("textbox", { name: "Tags" })).toHaveValue("shade, depot");

  const right = newTitle();
  await title.fill(right);
  await page.getByRole("button", { name: "Submit idea" }).click();
  await expect(page.getByRole("heading", { level: 1, name: right })).toBeVisible();
  await expect(page.getByRole("article").getByRole("strong")).toHaveText("wait");
  await expect(page.getByRole("link", { name: "depot" })).toBeVisible();
});

test("a draft is kept, gone on with, and discarded", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas/new");
  const title = newTitle("Half an idea");
  await page.getByRole("textbox", { name: "Your idea in one sentence" }).fill(title);
  await page.getByRole("button", { name: "Save draft" }).click();

  await page.goto("/drafts");
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("textbox", { name: "Your idea in one sentence" })).toHaveValue(title);

  await page.goto("/drafts");
  await page.getByRole("button", { name: `Discard the draft “${title}”` }).click();
  await expect(page.getByRole("heading", { name: "My drafts" })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
});

test("an idea is edited, followed and withdrawn", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);
  await page.goto(idea.path);

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: /What would get better/ }).fill("There would be shade.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("article").getByText("There would be shade.")).toBeVisible();

  const follow = page.getByRole("button", { name: /^Follow/ });
  const before = (await follow.textContent()) ?? "";
  await follow.click();
  await expect(follow).not.toHaveText(before);

  await page.getByText("Withdraw", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByText("The author has withdrawn this idea.")).toBeVisible();
});

test("a list is filtered, and its pages follow one another without gaps", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas?order=supported");
  const shown = async () => {
    const links = await page.getByRole("list", { name: "Ideas" }).getByRole("heading").getByRole("link").all();
    return Promise.all(links.map((link) => link.getAttribute("href")));
  };

  await page.setViewportSize({ width: 820, height: 900 });
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByRole("checkbox", { name: "Declined" }).check();
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/state=declined/);
  await expect(page).toHaveURL(/order=supported/);
  const first = await shown();

  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("link", { name: "Previous" })).toBeVisible();
  const second = await shown();
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length);

  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByRole("link", { name: "Next" })).toBeVisible();
  expect(await shown()).toEqual(first);
});

test("the language is chosen, and the way out is found", async ({ page }) => {
  await signInThroughTheCompany(page, newcomer("Sol Sinclair"));

  await page.getByRole("button", { name: "Sol Sinclair" }).click();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");

  await page.getByRole("button", { name: "Sol Sinclair" }).click();
  await page.getByRole("button", { name: "Cerrar sesión" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});
