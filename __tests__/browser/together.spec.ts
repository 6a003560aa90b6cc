import { givenIdea, voteButton } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

test("two people vote for the same idea at once, and both votes count", async ({ page, elsewhere }) => {
  const [author, other] = [await elsewhere(), await elsewhere()];
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await signInAs(page, "Samuel Okafor", idea.path);
  await signInAs(other, "Grace Whitfield", idea.path);
  for (const each of [page, other]) await expect(voteButton(each)).toHaveAccessibleName("Vote, 0 votes");

  await Promise.all([page, other].map((each) => voteButton(each).click()));

  for (const each of [page, other]) await expect(voteButton(each)).toHaveAccessibleName(/^Voted/);
  // Each may have been counted before the other: what holds is what a fresh page says.
  await expect
    .poll(async () => {
      await author.goto(idea.path);
      return author.getByRole("complementary").textContent();
    })
    .toContain("2 votes");
  for (const each of [page, other]) {
    await each.reload();
    await expect(voteButton(each)).toHaveAccessibleName("Voted, 2 votes");
  }
});

test("a vote that is refused is undone and explained", async ({ page, elsewhere }) => {
  const author = await elsewhere();
  await signInAs(author, "Owen Castellanos");
  const idea = await givenIdea(author);
  await signInAs(page, "Samuel Okafor", idea.path);
  await author.goto(idea.path);
  await author.getByText("Withdraw", { exact: true }).click();
  await author.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(author.getByText("The author has withdrawn this idea.")).toBeVisible();

  await voteButton(page).click();

  await expect(page.getByText("Voting on this idea has closed.")).toBeVisible();
  await expect(voteButton(page)).toHaveAccessibleName("Vote, 0 votes");
});
