import type { Page } from "@playwright/test";
import { givenIdea, newTitle, voteButton } from "./support/ideas";
import { hire, signedIn } from "./support/staff";
import { expect, test } from "./support/test";

/** Casts a vote as whoever is signed in on `page`. */
const vote = (page: Page, ideaId: string) =>
  page.request.put(`/api/v1/ideas/${ideaId}/vote`, { headers: { "sec-fetch-site": "same-origin" } });

const votesOf = async (page: Page, ideaId: string) =>
  (await (await page.request.get(`/api/v1/ideas/${ideaId}`)).json()) as {
    votes: number;
    mine: boolean;
    status: string;
    mergedInto: { id: string } | null;
  };

/** The lines about one idea in the inbox that is open. */
const linesAbout = (page: Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title });

/** Waits until the worker has told of something. */
async function waitForLine(page: Page, title: string, words: string): Promise<void> {
  await expect(async () => {
    await page.goto("/inbox");
    await expect(linesAbout(page, title).filter({ hasText: words }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Two ideas by two people, a voter of the first one, and a reviewer, none of whom any other test knows. */
async function givenTwins(elsewhere: () => Promise<Page>, body = "") {
  const [ana, bea, voter, reviewer] = await Promise.all([
    hire("Ana Author", "en", ["employee"]),
    hire("Bea Author", "en", ["employee"]),
    hire("Vera Voter", "en", ["employee"]),
    hire("Rita Merger", "en", ["employee", "reviewer"]),
  ]);
  const pages = {
    ana: await elsewhere(),
    bea: await elsewhere(),
    voter: await elsewhere(),
    reviewer: await elsewhere(),
  };
  await signedIn(pages.ana, ana);
  await signedIn(pages.bea, bea);
  await signedIn(pages.voter, voter);
  await signedIn(pages.reviewer, reviewer);
  const duplicate = await givenIdea(pages.ana, { title: newTitle("Trees for the depot's wall"), body });
  const survivor = await givenIdea(pages.bea, { title: newTitle("A green wall for the depot"), body });
  await vote(pages.voter, duplicate.ideaId);
  return { ...pages, duplicate, survivor };
}

test("a reviewer merges two ideas and undoes it; the voter hears of both and takes the vote back with one click", async ({
  elsewhere,
}) => {
  const { voter, reviewer, duplicate, survivor } = await givenTwins(elsewhere);

  await reviewer.goto(`/review/${duplicate.ideaId}`);
  await expect(async () => {
    await reviewer.keyboard.press("m");
    await expect(reviewer.locator("details[open]").getByRole("button", { name: "Merge" })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await reviewer.getByLabel(/address/i).fill(`${new URL(reviewer.url()).origin}${survivor.path}`);
  await reviewer.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(async () =>
    expect((await votesOf(voter, duplicate.ideaId)).mergedInto?.id).toBe(survivor.ideaId),
  ).toPass();
  expect(await votesOf(voter, survivor.ideaId)).toMatchObject({ votes: 1, mine: true });

  await waitForLine(voter, duplicate.title, "Merged into another idea");
  await linesAbout(voter, duplicate.title).getByRole("button", { name: "Take my vote back" }).click();
  await expect(linesAbout(voter, duplicate.title).getByRole("button", { name: "Take my vote back" })).toHaveCount(0);
  expect(await votesOf(voter, survivor.ideaId)).toMatchObject({ votes: 0, mine: false });

  await reviewer.goto(`/review/${duplicate.ideaId}`);
  await reviewer.locator("summary").filter({ hasText: "Undo the merge" }).click();
  await reviewer.getByRole("button", { name: "Undo the merge" }).click();
  await expect(reviewer.locator("summary").filter({ hasText: "Merge into another idea" })).toBeVisible();
  expect(await votesOf(voter, duplicate.ideaId)).toMatchObject({ status: "submitted", mergedInto: null });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an author asks, the other one says yes, and a vote that went along is taken back on the old page", async ({
    elsewhere,
  }) => {
    const plain = () => elsewhere({ javaScriptEnabled: false });
    const { ana, bea, voter, duplicate, survivor } = await givenTwins(
      plain,
      newTitle("Something green on the wall of the depot"),
    );

    await ana.goto(duplicate.path);
    await ana.getByRole("link", { name: "Same as another?" }).click();
    await ana.getByLabel(/address/i).fill(survivor.path);
    await ana.getByRole("button", { name: "Ask" }).click();
    await expect(ana.getByText("You have asked.")).toBeVisible();

    await waitForLine(bea, duplicate.title, "asks to make it part of another idea");
    await linesAbout(bea, duplicate.title).getByRole("link").click();
    await bea.getByRole("button", { name: "Yes, merge them" }).click();
    await expect(bea).toHaveURL(duplicate.path);
    await expect(bea.getByRole("link", { name: new RegExp(survivor.title) }).first()).toBeVisible();

    await voter.goto(duplicate.path);
    await voter.getByRole("button", { name: "Take my vote back" }).click();
    await expect(voter.getByRole("button", { name: "Take my vote back" })).toHaveCount(0);
    await voter.goto(survivor.path);
    await expect(voteButton(voter)).toHaveAttribute("aria-pressed", "false");
  });
});

test("likely duplicates are settled by keys: not the same, and it is never asked again", async ({ elsewhere }) => {
  const { ana, bea, reviewer } = await givenTwins(elsewhere);
  const title = newTitle("Lockable charging cabinets for electric scooters");
  const body = `Lockable charging cabinets for electric scooters beside the canteen, ${title}.`;
  await givenIdea(ana, { title, body });
  await givenIdea(bea, { title, body });

  const both = () =>
    expect(reviewer.getByRole("article").filter({ hasText: title })).toHaveCount(2, { timeout: 1_000 });
  await expect(async () => {
    await reviewer.goto("/review/duplicates");
    // Pairs of other tests may come first: they are put off, for this reviewer alone.
    const isThere = await both().then(
      () => true,
      () => false,
    );
    if (isThere) return;
    const later = reviewer.getByRole("button", { name: "Later" });
    if (await later.isVisible()) await later.click();
    throw new Error("not there yet");
  }).toPass();

  await expect(async () => {
    await reviewer.keyboard.press("x");
    await expect(reviewer.getByRole("article").filter({ hasText: title })).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await reviewer.goto("/review/duplicates");
  await expect(reviewer.getByRole("article").filter({ hasText: title })).toHaveCount(0);
});
