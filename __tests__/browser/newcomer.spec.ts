import { givenComment, givenIdea, pressVote, voteButton } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

test("a visitor signs in first, and arrives where they wanted to go", async ({ page }) => {
  await page.goto("/ideas?q=bicycles&order=new");
  await page.getByRole("button", { name: "Samuel Okafor" }).click();

  await expect(page).toHaveURL("/ideas?q=bicycles&order=new");
  await expect(page.getByRole("searchbox", { name: "Search ideas" })).toHaveValue("bicycles");
});

test("a search finds ideas in spite of typing errors, and says so", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");

  await page.getByRole("searchbox", { name: "Search ideas" }).fill("medcal recrods");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("status")).toContainText("Showing results for “medical records”");
  await expect(page.getByRole("list", { name: "Ideas" }).getByText("medical").first()).toBeVisible();
});

test("a search without accents finds words with accents, and leads to the idea", async ({ page }) => {
  await signInAs(page, "Javiera Montecinos Vera");
  const { title } = await givenIdea(page, { title: `Señalización única del callejón ${Date.now()}` });
  await page.goto("/ideas");

  await page
    .getByRole("searchbox")
    .last()
    .fill(title.replace("Señalización única del callejón", "senalizacion callejon"));
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: title }).click();

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("a vote counts at once, is there after a reload, and can be taken back", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await signInAs(page, "Samuel Okafor", idea.path);

  await pressVote(page);
  await expect(voteButton(page)).toHaveAccessibleName("Voted, 1 vote");
  await page.reload();
  await expect(voteButton(page)).toHaveAccessibleName("Voted, 1 vote");

  await pressVote(page);
  await expect(voteButton(page)).toHaveAccessibleName("Vote, 0 votes");
  await page.reload();
  await expect(voteButton(page)).toHaveAccessibleName("Vote, 0 votes");
});

test("the count moves before the server has answered", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await signInAs(page, "Samuel Okafor", idea.path);
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route("**", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });

  await page.getByRole("button", { name: "Vote, 0 votes" }).click();

  await expect(voteButton(page)).toHaveAccessibleName("Voted, 1 vote");
  answer();
  await page.unrouteAll({ behavior: "wait" });
});

test("nobody votes for their own idea", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);

  await page.goto(idea.path);

  await expect(page.getByText("This is your own idea: here your colleagues decide.")).toBeVisible();
  await expect(voteButton(page)).toHaveCount(0);
});

test("colleagues comment, answer, put it differently, and take it back", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await givenComment(author, idea.ideaId, "Who would look after them?");
  await signInAs(page, "Samuel Okafor", idea.path);
  const discussion = page.getByRole("region", { name: /comment/ });

  await discussion.getByRole("link", { name: "Answer: Owen Castellanos" }).click();
  await discussion.getByRole("textbox", { name: "Your answer" }).fill("The **sports centre** would.");
  await discussion.getByRole("button", { name: "Post answer" }).click();
  const mine = discussion.getByRole("article", { name: "Samuel Okafor" });
  await expect(mine.getByRole("strong")).toHaveText("sports centre");

  await mine.getByRole("link", { name: /^Edit/ }).click();
  await mine.getByRole("textbox", { name: "Your comment" }).fill("My department would.");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine.getByText("My department would.")).toBeVisible();
  await expect(mine.getByText("edited")).toBeVisible();

  await mine.getByRole("link", { name: /^Delete/ }).click();
  await mine.getByRole("button", { name: "Delete for good" }).click();
  await expect(discussion.getByRole("article", { name: "Owen Castellanos" })).toBeVisible();
  await expect(discussion.getByText("My department would.")).toHaveCount(0);
});

test("a first comment appears under the idea, and the page turns to it", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);
  await page.goto(idea.path);

  await page.getByRole("textbox", { name: "Your comment" }).fill("Lime trees would like it there.");
  await page.getByRole("button", { name: "Post comment" }).click();

  await expect(page.getByRole("heading", { name: "1 comment" })).toBeVisible();
  await expect(page).toHaveURL(/\?comment=.+#comment-/);
  await expect(page.getByRole("textbox", { name: "Your comment" })).toHaveValue("");
});
