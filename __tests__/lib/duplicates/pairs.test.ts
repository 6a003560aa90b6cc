import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { letFollow } from "@/__tests__/support/follow";
import { mergeInto, reviewer, unmerge } from "@/__tests__/support/merging";
import { findDuplicatesOf } from "@/lib/duplicates/compare-idea";
import { compareNewIdeas } from "@/lib/duplicates/compare-new-ideas";
import { findPair, mergePair, partPair, postponePair } from "@/lib/duplicates/pairs";
import { db } from "@/lib/platform/db/client";
import { submitIdea } from "@/lib/workflow/submit-idea";

const title = "Bicycle racks at the north gate";
const body = "There are never enough bicycle racks at the north gate in the morning.";

beforeEach(async () => {
  await db.idea.deleteMany();
});

/** Two ideas that say the same, of which the newer one was just submitted. */
async function twins() {
  const older = await givenIdea({ title, body });
  const author = await hire();
  const newer = await submitIdea(author, {
    ideaId: null,
    title,
    body,
    language: "en",
    categoryId: null,
    departmentId: null,
    placeId: null,
    tags: [],
  });
  await letFollow();
  const [oneId, otherId] = [older.id, newer.ideaId].sort() as [string, string];
  return { older: older.id, newer: newer.ideaId, author, pair: { oneId, otherId } };
}
const versionOf = async (ideaId: string) => (await seenReview(ideaId)).version;
const proposed = async (who = reviewer()) => {
  const pair = await findPair(await who);
  return pair && [pair.one.id, pair.other.id];
};

it("proposes an idea that says the same as a new one, with the words that both use", async () => {
  const { pair } = await twins();
  const found = await findPair(await reviewer());

  expect([found?.one.id, found?.other.id]).toEqual([pair.oneId, pair.otherId]);
  expect(found?.rest).toBe(0);
});

it("keeps a pair that nobody settled, when others have come that are more alike", async () => {
  const first = await givenIdea({ title, body });
  const second = await givenIdea({ title: "Racks for bicycles", body: "At the north gate." });
  const [oneId, otherId] = [first.id, second.id].sort() as [string, string];
  const foundAt = new Date(Date.now() - 60_000);
  await db.likelyDuplicate.create({ data: { oneId, otherId, score: 0.5, isProbablySame: false, shared: [], foundAt } });
  for (let n = 0; n < 6; n++) await givenIdea({ title, body });

  await findDuplicatesOf(first.id);
  expect(await db.likelyDuplicate.count({ where: { oneId, otherId } })).toBe(1);

  await db.idea.update({
    where: { id: second.id },
    data: { title: "A canteen with soup", body: "", plain: "", editedAt: new Date() },
  });
  await findDuplicatesOf(first.id);
  expect(await db.likelyDuplicate.count({ where: { oneId, otherId } })).toBe(0);
});

it("is for reviewers, and for nobody else there", async () => {
  const { pair, author } = await twins();

  for (const who of [await hire(), await hire({ roles: ["executive"] })])
    await expect(findPair(who)).rejects.toMatchObject({ code: "not_found" });
  await expect(partPair(author, pair)).rejects.toMatchObject({ code: "not_found" });
});

it("proposes nobody their own ideas", async () => {
  const { author, pair } = await twins();
  const alsoReviewer = { ...author, roles: new Set(["employee", "reviewer"] as const) };

  expect(await findPair(alsoReviewer)).toBeNull();
  await expect(partPair(alsoReviewer, pair)).rejects.toMatchObject({ code: "forbidden" });
});

it("merges a pair into the idea that was chosen", async () => {
  const { pair, older, newer } = await twins();
  const [marta, oneVersion, otherVersion] = [
    await reviewer(),
    await versionOf(pair.oneId),
    await versionOf(pair.otherId),
  ];
  await mergePair(marta, { ...pair, oneVersion, otherVersion, survivorId: older });

  expect(await db.merge.findUnique({ where: { duplicateId: newer } })).toMatchObject({ survivorId: older });
  expect(await proposed()).toBeNull();
});

it("never proposes to anybody what somebody told apart, also when one is compared anew", async () => {
  const { pair, newer } = await twins();
  await partPair(await reviewer(), pair);
  await findDuplicatesOf(newer);

  expect(await proposed()).toBeNull();
});

it("brings back another day what was put off, and keeps it for the others", async () => {
  const { pair } = await twins();
  const marta = await reviewer();
  await postponePair(marta, pair);

  expect(await findPair(marta)).toBeNull();
  expect(await proposed()).not.toBeNull();
  await db.$executeRaw`update duplicate_later set until_on = until_on - 1`;
  expect(await findPair(marta)).not.toBeNull();
});

it("does not propose again what was merged and undone", async () => {
  const { older, newer } = await twins();
  const marta = await reviewer();
  await mergeInto(marta, newer, older);
  await unmerge(marta, newer);

  expect(await proposed()).toBeNull();
});

it.each(["withdrawn", "merged"] as const)("proposes nothing that is %s", async (status) => {
  const { newer } = await twins();
  await db.idea.update({ where: { id: newer }, data: { status } });

  expect(await proposed()).toBeNull();
});

it("proposes nothing that can no longer be merged, either way", async () => {
  const { older, newer } = await twins();
  await db.$executeRaw`
    with importing as (select set_config('tormenta.importing', 'on', true))
    update idea set status = 'implemented' from importing where id = ${newer}::uuid`;
  expect(await proposed()).not.toBeNull();

  await mergeInto(await reviewer(), (await givenIdea({ title: "Something else" })).id, older);
  expect(await proposed()).toBeNull();
});

it("looks bit by bit at ideas that came without anybody submitting them", async () => {
  const [one, other] = [await givenIdea({ title, body }), await givenIdea({ title, body })];
  await compareNewIdeas();

  expect((await proposed())?.sort()).toEqual([one.id, other.id].sort());
  expect(await db.compareDue.count({ where: { ideaId: { in: [one.id, other.id] } } })).toBe(0);
});
