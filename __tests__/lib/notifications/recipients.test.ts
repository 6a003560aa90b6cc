import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { letFollow, toldTo } from "@/__tests__/support/follow";
import type { Actor } from "@/lib/access/actor";
import { deleteComment, postComment } from "@/lib/comments/commands";
import { mergeIdeas } from "@/lib/duplicates/commands";
import { followIdea, unfollowIdea, withdrawIdea } from "@/lib/ideas/commands";
import { db } from "@/lib/platform/db/client";
import { castVote } from "@/lib/votes/commands";
import { answerIdea, assignIdea, moveIdea, waitForAuthor } from "@/lib/workflow/commands";
import type { MoveInput } from "@/lib/workflow/schema";

const reviewer = () => hire({ name: "Marta", roles: ["employee", "reviewer"] });

const comment = (actor: Actor, ideaId: string, body: string, parentId: string | null = null) =>
  postComment(actor, { ideaId, body, parentId, commentId: null });

async function move(actor: Actor, ideaId: string, to: MoveInput["to"], given: Partial<MoveInput> = {}) {
  const { version } = await seenReview(ideaId);
  const step = { reason: null, kind: null, ownerId: null, nextOn: null, revisitOn: null, extent: null, ...given };
  await moveIdea(actor, { ...step, ideaId, version, to } as MoveInput);
}

const decline = (actor: Actor, ideaId: string) =>
  move(actor, ideaId, "declined", {
    kind: "too_costly",
    reason: "A roof of that size costs more than the whole yard.",
  });

it("tells the author and whoever voted or follows of a step, each once and with the strongest reason", async () => {
  const [ana, voter, follower, both] = [await hire(), await hire(), await hire(), await hire()];
  const { id } = await givenIdea({ author: ana });
  await followIdea(ana, { ideaId: id });
  for (const one of [voter, both]) await castVote(one, { ideaId: id });
  for (const one of [follower, both]) await followIdea(one, { ideaId: id });
  await move(await reviewer(), id, "in_review");
  await letFollow();

  expect([await toldTo(ana), await toldTo(voter), await toldTo(follower), await toldTo(both)]).toEqual([
    ["author own"],
    ["voter followed"],
    ["follower followed"],
    ["voter followed"],
  ]);
});

it("tells nobody of their own deeds", async () => {
  const marta = await reviewer();
  const { id } = await givenIdea();
  await followIdea(marta, { ideaId: id });
  await decline(marta, id);
  await letFollow();

  expect(await toldTo(marta)).toEqual([]);
});

it("tells nobody who has left, or only came with an import", async () => {
  const gone = await hire({ status: "suspended" });
  const pseudonym = await hire({ status: "imported", email: null });
  const { id } = await givenIdea();
  await db.vote.createMany({ data: [gone, pseudonym].map(({ id: voterId }) => ({ ideaId: id, voterId })) });
  await decline(await reviewer(), id);
  await letFollow();

  expect([await toldTo(gone), await toldTo(pseudonym)]).toEqual([[], []]);
});

it("tells of one event once, however often what follows from it is done", async () => {
  const ana = await hire();
  const { id } = await givenIdea({ author: ana });
  await decline(await reviewer(), id);
  await letFollow();
  await db.$executeRaw`update pgboss.job set state = 'created' where name in ('react', 'reaction')`;
  await letFollow();

  expect(await toldTo(ana)).toEqual(["author own"]);
});

it("the last word reaches also those who said something and no longer follow", async () => {
  const bea = await hire();
  const { id } = await givenIdea();
  await comment(bea, id, "Who would look after them?");
  await unfollowIdea(bea, { ideaId: id });
  await move(await reviewer(), id, "in_review");
  await decline(await reviewer(), id);
  await letFollow();

  expect(await toldTo(bea)).toEqual(["commenter followed"]);
});

it("whoever voted for a duplicate hears what becomes of the idea it was merged into", async () => {
  const voter = await hire();
  const [duplicate, survivor] = [await givenIdea(), await givenIdea()];
  await castVote(voter, { ideaId: duplicate.id });
  await db.merge.create({ data: { duplicateId: duplicate.id, survivorId: survivor.id } });
  await decline(await reviewer(), survivor.id);
  await letFollow();

  expect(await toldTo(voter)).toEqual(["voter followed"]);
});

it("a merge reaches everybody who took part in either idea, each once", async () => {
  const [ana, voter, bea, other, both] = [await hire(), await hire(), await hire(), await hire(), await hire()];
  const [duplicate, survivor] = [await givenIdea({ author: ana }), await givenIdea({ author: bea })];
  for (const one of [voter, both]) await castVote(one, { ideaId: duplicate.id });
  for (const one of [other, both]) await castVote(one, { ideaId: survivor.id });
  const { version } = await seenReview(duplicate.id);
  await mergeIdeas(await reviewer(), { ideaId: duplicate.id, survivorId: survivor.id, version, reason: null });
  await letFollow();

  expect(await Promise.all([ana, voter, bea, other, both].map(toldTo))).toEqual([
    ["author own"],
    ["voter followed"],
    ["author own"],
    ["voter followed"],
    ["voter followed"],
  ]);
});

it("an author's withdrawal reaches whoever voted", async () => {
  const [ana, voter] = [await hire(), await hire()];
  const { id } = await givenIdea({ author: ana });
  await castVote(voter, { ideaId: id });
  await withdrawIdea(ana, { ideaId: id });
  await letFollow();

  expect(await toldTo(voter)).toEqual(["voter followed"]);
});

it("a comment reaches the author, whoever it answers, and followers", async () => {
  const [ana, bea, carl] = [await hire(), await hire(), await hire()];
  const { id } = await givenIdea({ author: ana });
  await followIdea(carl, { ideaId: id });
  const { commentId } = await comment(bea, id, "Who would look after them?");
  await unfollowIdea(bea, { ideaId: id });
  await comment(await hire(), id, "The gardeners", commentId);
  await letFollow();

  expect([await toldTo(ana), await toldTo(bea), await toldTo(carl)]).toEqual([
    ["author comment", "author comment"],
    ["answered comment"],
    ["follower comment", "follower comment"],
  ]);
});

it("a comment that was taken back meanwhile is told to nobody", async () => {
  const [ana, bea] = [await hire(), await hire()];
  const { id } = await givenIdea({ author: ana });
  const { commentId } = await comment(bea, id, "I should not have said that");
  await deleteComment(bea, { commentId });
  await letFollow();

  expect(await toldTo(ana)).toEqual([]);
});

it("whoever is named in a comment by the first part of their address hears so, also the author", async () => {
  const olga = await hire({ email: "Olga.Reyes@aurora.example" });
  const { id } = await givenIdea({ author: olga });
  await comment(await hire(), id, "What do you say, @olga.reyes? Write to somebody@olga.reyes.example.");
  await letFollow();

  expect(await toldTo(olga)).toEqual(["mentioned mention"]);
});

it("a name that two people share names nobody", async () => {
  const twins = [await hire({ email: "j.soto@aurora.example" }), await hire({ email: "j.soto@aurora.test" })];
  const { id } = await givenIdea();
  await comment(await hire(), id, "@j.soto knows");
  await letFollow();

  expect(await Promise.all(twins.map(toldTo))).toEqual([[], []]);
});

it("a new owner hears of the task, and without one the whole group does", async () => {
  const [marta, olga, pau] = [await reviewer(), await reviewer(), await reviewer()];
  const group = await db.reviewerGroup.create({ data: { name: "Works" } });
  await db.reviewerGroupMember.create({ data: { groupId: group.id, personId: pau.id } });
  const { id } = await givenIdea();
  const { version } = await seenReview(id);
  await assignIdea(marta, { ideaId: id, version, ownerId: null, groupId: group.id });
  await assignIdea(marta, { ideaId: id, version: version + 1, ownerId: olga.id, groupId: group.id });
  await letFollow();

  expect([await toldTo(olga), await toldTo(pau)]).toEqual([["owner task"], ["group task"]]);
});

it("an answer reaches whoever has a hand in the idea; that the review waits, its author alone", async () => {
  const [ana, voter, marta] = [await hire(), await hire(), await reviewer()];
  const { id } = await givenIdea({ author: ana, status: "in_review" });
  await castVote(voter, { ideaId: id });
  await answerIdea(marta, { ...(await seenReview(id)), reason: "How many bicycles come on a rainy day?" });
  await waitForAuthor(marta, await seenReview(id));
  await letFollow();

  expect([await toldTo(ana), await toldTo(voter)]).toEqual([["author own", "author own"], ["voter followed"]]);
  expect(await eventsOf(id)).toContain("idea.paused");
});

it("a mail at once is ordered for whoever wants one, and for nobody without an address", async () => {
  const [ana, voter, nameless] = [await hire(), await hire(), await hire({ email: null })];
  const { id } = await givenIdea({ author: ana });
  for (const one of [voter, nameless]) await castVote(one, { ideaId: id });
  await db.mailPreference.create({ data: { personId: nameless.id, kind: "followed", rhythm: "now" } });
  await db.$executeRaw`delete from pgboss.job where name = 'mail'`;
  await decline(await reviewer(), id);
  await letFollow();

  const [line] = await db.notification.findMany({ where: { personId: ana.id } });
  const mails = await db.$queryRaw`select data from pgboss.job where name = 'mail'`;
  expect(mails).toEqual([{ data: { notification: line?.id } }]);
});

it("an author who is asked something hears once of the question, and not again of the pause", async () => {
  const [author, marta] = [await hire(), await hire({ roles: ["employee", "reviewer"] })];
  const { id } = await givenIdea({ author, status: "in_review" });
  await waitForAuthor(marta, { ...(await seenReview(id)), reason: "Which of the two gates do you mean?" });
  await letFollow();

  expect(await toldTo(author)).toEqual(["author own"]);
});
