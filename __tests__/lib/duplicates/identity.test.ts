import fc from "fast-check";
import { givenIdea, hire } from "@/__tests__/support/database";
import { mergeInto, reviewer, unmerge } from "@/__tests__/support/merging";
import { remembered } from "@/__tests__/support/remembered";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { refreshRanks } from "@/lib/ranking/refresh-ranks";

jest.setTimeout(120_000);

const mergeable = ["submitted", "in_review", "accepted", "declined"] as const satisfies IdeaStatus[];
const staying = [...mergeable, "in_progress", "implemented", "archived"] as const satisfies IdeaStatus[];
const PEOPLE = 8;

const some = fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: PEOPLE });
const idea = <S extends IdeaStatus>(status: fc.Arbitrary<S>) =>
  fc.record({
    status,
    author: fc.nat(PEOPLE - 1),
    voters: some,
    followers: some,
    commenters: some,
    hasOwner: fc.boolean(),
    isPromised: fc.boolean(),
    isWaiting: fc.boolean(),
    isEvaluated: fc.boolean(),
  });
const family = fc.record({
  survivor: idea(fc.constantFrom(...staying)),
  duplicates: fc.array(idea(fc.constantFrom(...mergeable)), { minLength: 1, maxLength: 3 }),
  says: fc.boolean(),
  isUndoneBackwards: fc.boolean(),
});

type Given = (typeof family extends fc.Arbitrary<infer F> ? F : never)["duplicates"][number] & { status: IdeaStatus };

/** An idea with everything that a merge could disturb. Not even its author's vote for another one is missing. */
async function make(given: Given | (Omit<Given, "status"> & { status: IdeaStatus }), people: Actor[], owner: Actor) {
  const { status, voters, followers, commenters, hasOwner, isPromised, isWaiting, isEvaluated } = given;
  const author = people[given.author]!;
  const { id } = await givenIdea({ status, author, title: `Racks at gate ${given.author}` });
  const voting = voters.filter((n) => n !== given.author).map((n) => ({ ideaId: id, voterId: people[n]!.id }));
  await db.vote.createMany({ data: voting });
  await db.follow.createMany({ data: followers.map((n) => ({ ideaId: id, personId: people[n]!.id })) });
  for (const n of commenters) {
    const root = crypto.randomUUID();
    await db.comment.create({ data: { id: root, rootId: root, ideaId: id, authorId: people[n]!.id, body: "Yes" } });
  }
  const isOpen = status === "submitted" || status === "in_review";
  await db.review.update({
    where: { ideaId: id },
    data: {
      ownerId: hasOwner ? owner.id : null,
      answerDueAt: isPromised ? new Date("2026-02-03T10:00:00Z") : null,
      decisionDueAt: isPromised ? new Date("2026-02-20T10:00:00Z") : null,
      waitingSince: isOpen && isWaiting ? new Date("2026-02-01T10:00:00Z") : null,
      waitedDays: isWaiting ? 2 : 0,
      nextOn: status === "accepted" ? new Date("2026-05-01") : null,
      revisitOn: status === "declined" ? new Date("2026-08-01") : null,
    },
  });
  if (isOpen && isEvaluated) {
    const { id: scorecardId } = await db.scorecard.findFirstOrThrow({ where: { isGeneral: true } });
    await db.evaluation.create({
      data: {
        ideaId: id,
        scorecardId,
        hidesAuthor: false,
        noteFrom: 2,
        assessments: { create: { reviewerId: owner.id, distance: "other" } },
      },
    });
  }
  return id;
}

it("merging and undoing it leaves everything as it was, whatever the ideas were and whoever took part", async () => {
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => hire()));
  const [marta, owner] = [await reviewer(), await reviewer()];

  await fc.assert(
    fc.asyncProperty(family, async ({ survivor, duplicates, says, isUndoneBackwards }) => {
      const survivorId = await make(survivor, people, owner);
      const ids: string[] = [];
      for (const duplicate of duplicates) ids.push(await make(duplicate, people, owner));
      await refreshRanks();
      const before = await remembered();

      for (const id of ids) await mergeInto(marta, id, survivorId, says ? "It asks for the same racks there." : null);
      for (const id of isUndoneBackwards ? ids.toReversed() : ids) await unmerge(marta, id);

      await refreshRanks();
      expect(await remembered()).toEqual(before);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
