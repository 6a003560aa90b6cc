import { eventsOf, givenIdea, hire } from "@/__tests__/support/database";
import { letFollow, toldTo } from "@/__tests__/support/follow";
import { mergeInto, reviewer } from "@/__tests__/support/merging";
import { answerWish, askToMerge, findWish, retractWish } from "@/lib/duplicates/wishes";
import { type Db, db, transaction } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";

async function wished({ status = "submitted", likeness = 1 }: { status?: IdeaStatus; likeness?: number } = {}) {
  const [ana, bea] = [await hire({ name: "Ana" }), await hire({ name: "Bea" })];
  const [hers, other] = [await givenIdea({ author: ana, status }), await givenIdea({ author: bea })];
  const wish = { ideaId: hers.id, survivorId: other.id };
  await db.ideaLikeness.create({ data: { ideaId: hers.id, otherId: other.id, likeness, isSame: false } });
  await askToMerge(ana, wish);
  return { ana, bea, wish };
}
const statusOf = async (id: string) => (await db.idea.findUniqueOrThrow({ where: { id } })).status;

/** Goes on once another transaction waits for what this one has written. */
async function untilSomebodyWaitsFor(tx: Db): Promise<void> {
  for (;;) {
    const [waiting] = await tx.$queryRaw<unknown[]>`
      select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))`;
    if (waiting) return;
  }
}

it("asks whoever wrote the idea that stays, once however often one asks", async () => {
  const { ana, bea, wish } = await wished();
  await askToMerge(ana, wish);
  await letFollow();

  expect(await toldTo(bea)).toEqual(["consulted own"]);
  expect(await eventsOf(wish.ideaId)).toEqual(["merge.asked"]);
});

it("merges with a yes of whoever wrote the idea that stays", async () => {
  const { bea, wish } = await wished();
  await answerWish(bea, { ...wish, answer: "yes" });

  expect(await statusOf(wish.ideaId)).toBe("merged");
  expect(await eventsOf(wish.ideaId)).toEqual(["merge.asked", "idea.merged"]);
});

it.each([
  ["reviewers have taken up already", { status: "in_review" }],
  ["were declined", { status: "declined" }],
  ["have but a word in common", { likeness: -4 }],
] as const)("needs a reviewer's yes for ideas that %s", async (_, how) => {
  const { bea, wish } = await wished(how);
  const before = await statusOf(wish.ideaId);
  await expect(answerWish(bea, { ...wish, answer: "yes" })).rejects.toMatchObject({
    code: "conflict",
    reason: "duplicates.reviewerDecides",
  });
  expect(await statusOf(wish.ideaId)).toBe(before);

  await answerWish(await reviewer(), { ...wish, answer: "yes" });
  expect(await statusOf(wish.ideaId)).toBe("merged");
});

it("needs a reviewer's yes for ideas that nobody found to be alike", async () => {
  const { bea, wish } = await wished();
  await db.ideaLikeness.deleteMany({ where: { ideaId: wish.ideaId } });

  expect(await findWish(bea, wish.ideaId)).toMatchObject({ mayAnswer: true, mayConsent: false });
  expect(await findWish(await reviewer(), wish.ideaId)).toMatchObject({ mayAnswer: true, mayConsent: true });
  await expect(answerWish(bea, { ...wish, answer: "yes" })).rejects.toMatchObject({
    reason: "duplicates.reviewerDecides",
  });
});

it("needs a reviewer's yes for ideas that a reviewer told apart", async () => {
  const { bea, wish } = await wished();
  const [oneId, otherId] = [wish.ideaId, wish.survivorId].toSorted() as [string, string];
  const told = { toldApartAt: new Date(), toldApartById: (await reviewer()).id };
  await db.likelyDuplicate.create({ data: { oneId, otherId, score: 1, isProbablySame: true, shared: [], ...told } });

  await expect(answerWish(bea, { ...wish, answer: "yes" })).rejects.toMatchObject({
    reason: "duplicates.reviewerDecides",
  });
});

it("leaves both as they are with a no, and tells the author", async () => {
  const { ana, bea, wish } = await wished();
  await answerWish(bea, { ...wish, answer: "no" });
  await letFollow();

  expect(await statusOf(wish.ideaId)).toBe("submitted");
  expect(await toldTo(ana)).toEqual(["author own"]);
});

it("can be settled by a reviewer, and by nobody else", async () => {
  const { wish } = await wished();
  await expect(answerWish(await hire(), { ...wish, answer: "yes" })).rejects.toMatchObject({ code: "forbidden" });
  await answerWish(await reviewer(), { ...wish, answer: "yes" });

  expect(await statusOf(wish.ideaId)).toBe("merged");
});

it("lets nobody consent to the own wish, not even with both ideas theirs and a reviewer's rights", async () => {
  const ana = await reviewer();
  const [hers, alsoHers] = [await givenIdea({ author: ana }), await givenIdea({ author: ana })];
  const wish = { ideaId: hers.id, survivorId: alsoHers.id };
  await askToMerge(ana, wish);

  await expect(answerWish(ana, { ...wish, answer: "yes" })).rejects.toMatchObject({ code: "forbidden" });
});

it("is for authors, of ideas that can become part of others", async () => {
  const [ana, hers, other] = [await hire(), await givenIdea(), await givenIdea()];
  const wish = { ideaId: hers.id, survivorId: other.id };
  await expect(askToMerge(ana, wish)).rejects.toMatchObject({ code: "forbidden" });

  const gone = await givenIdea({ author: ana, status: "in_progress" });
  await expect(askToMerge(ana, { ...wish, ideaId: gone.id })).rejects.toMatchObject({ reason: "workflow.notFromHere" });
});

it("is answered once, also when two answer at once", async () => {
  const { bea, wish } = await wished();
  const answers = await Promise.allSettled([
    answerWish(bea, { ...wish, answer: "yes" }),
    answerWish(await reviewer(), { ...wish, answer: "no" }),
  ]);

  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.mergeWish.count({ where: { duplicateId: wish.ideaId, answer: { in: ["yes", "no"] } } })).toBe(1);
});

it("is not answered by whoever looked before it was taken back", async () => {
  const { ana, bea, wish } = await wished();
  const { id } = await db.mergeWish.findFirstOrThrow({ where: { duplicateId: wish.ideaId } });
  let answering: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    await tx.mergeWish.update({
      where: { id },
      data: { answer: "withdrawn", answeredById: ana.id, answeredAt: new Date() },
    });
    answering = answerWish(bea, { ...wish, answer: "no" }).catch((refused) => refused);
    await untilSomebodyWaitsFor(tx);
  });

  expect(await answering).toMatchObject({ reason: "duplicates.answeredAlready" });
  expect((await db.mergeWish.findUniqueOrThrow({ where: { id } })).answer).toBe("withdrawn");
});

it("can be taken back until it is answered, and asked anew of another one", async () => {
  const { ana, bea, wish } = await wished();
  const third = await givenIdea();
  await expect(askToMerge(ana, { ...wish, survivorId: third.id })).rejects.toMatchObject({
    reason: "duplicates.askedAlready",
  });
  await retractWish(ana, { ideaId: wish.ideaId });
  await askToMerge(ana, { ...wish, survivorId: third.id });

  await expect(answerWish(bea, { ...wish, answer: "yes" })).rejects.toMatchObject({
    reason: "duplicates.answeredAlready",
  });
});

it("comes to nothing where the other idea was merged meanwhile", async () => {
  const { bea, wish } = await wished();
  await mergeInto(await reviewer(), wish.survivorId, (await givenIdea()).id);

  await expect(answerWish(bea, { ...wish, answer: "yes" })).rejects.toMatchObject({
    fields: { survivorId: "duplicates.survivorGone" },
  });
  expect(await statusOf(wish.ideaId)).toBe("submitted");
});

describe("nobody is pestered", () => {
  const DAY_MS = 86_400_000;
  const daysPass = async (ideaId: string, days: number) => {
    const before = new Date(Date.now() - days * DAY_MS);
    await db.mergeWish.updateMany({ where: { duplicateId: ideaId }, data: { answeredAt: before } });
  };
  const lately = { code: "conflict", reason: "duplicates.askedLately" };

  it("asks not about the same two for 30 days after a no", async () => {
    const { ana, bea, wish } = await wished();
    await answerWish(bea, { ...wish, answer: "no" });

    await expect(askToMerge(ana, wish)).rejects.toMatchObject(lately);
    await daysPass(wish.ideaId, 29);
    await expect(askToMerge(ana, wish)).rejects.toMatchObject(lately);
    await daysPass(wish.ideaId, 31);
    await askToMerge(ana, wish);
  });

  it("asks not about the same two anew once the wish was taken back", async () => {
    const { ana, wish } = await wished();
    await retractWish(ana, wish);

    await expect(askToMerge(ana, wish)).rejects.toMatchObject(lately);
  });

  it("asks for five ideas a day, also when somebody asks for many at once", async () => {
    const [ana, other] = [await hire(), await givenIdea()];
    const ideas = await Promise.all(Array.from({ length: 8 }, () => givenIdea({ author: ana })));
    const asked = await Promise.allSettled(
      ideas.map(({ id }) => askToMerge(ana, { ideaId: id, survivorId: other.id })),
    );
    const refused = asked.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
    expect(refused).toEqual(Array(3).fill("duplicates.askedEnough"));

    await db.mergeWish.updateMany({
      where: { askedById: ana.id },
      data: { askedAt: new Date(Date.now() - DAY_MS - 1) },
    });
    const last = ideas[asked.findIndex(({ status }) => status === "rejected")]!;
    await askToMerge(ana, { ideaId: last.id, survivorId: other.id });
  });
});
