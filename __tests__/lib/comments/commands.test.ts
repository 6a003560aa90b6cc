import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { deleteComment, editComment, postComment } from "@/lib/comments/commands";
import { commentInput } from "@/lib/comments/schema";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { eventsOf, givenIdea, hire } from "../../support/database";

type Said = { parentId?: string; commentId?: string; body?: string };
const say = (actor: Actor, ideaId: string, said: Said = {}) =>
  postComment(actor, parse(commentInput, { ideaId, body: "Good", ...said }));

const textOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).body;
const counted = async (ideaId: string) => (await db.ideaTally.findUniqueOrThrow({ where: { ideaId } })).comments;
const isFollower = async (ideaId: string, actor: Actor) =>
  (await db.follow.count({ where: { ideaId, personId: actor.id } })) > 0;

async function givenComment(said: Said = {}) {
  const idea = await givenIdea();
  const ana = await hire();
  const { commentId } = await say(ana, idea.id, said);
  return { ideaId: idea.id, commentId, ana };
}

describe("posting", () => {
  it("adds to the discussion, its count and the idea's history, which does not repeat the words", async () => {
    const { ideaId, commentId } = await givenComment({ body: "Do it **now**" });

    expect(await textOf(commentId)).toBe("Do it **now**");
    expect(await counted(ideaId)).toBe(1);
    const event = await db.event.findFirstOrThrow({ where: { subjectId: ideaId, type: "comment.posted" } });
    expect(event.payload).toEqual({ commentId, parentId: null });
  });

  it("makes one follow the idea with the first comment", async () => {
    const { ideaId, ana } = await givenComment();

    expect(await isFollower(ideaId, ana)).toBe(true);
    expect(await eventsOf(ideaId)).toEqual(["idea.followed", "comment.posted"]);
  });

  it("leaves those alone who stopped following and go on commenting", async () => {
    const { ideaId, ana } = await givenComment();
    await db.follow.deleteMany({ where: { personId: ana.id } });

    await say(ana, ideaId);

    expect(await isFollower(ideaId, ana)).toBe(false);
  });

  it("lets an author take part in the discussion of the own idea", async () => {
    const ana = await hire();
    const idea = await givenIdea({ author: ana });

    await expect(say(ana, idea.id)).resolves.toMatchObject({ ideaId: idea.id });
  });

  it.each(["merged", "withdrawn"] as const)("is closed on ideas that are %s", async (status) => {
    const idea = await givenIdea({ status });

    await expect(say(await hire(), idea.id)).rejects.toMatchObject({ code: "conflict", reason: "comments.closed" });
  });

  it("is for employees", async () => {
    const idea = await givenIdea();

    await expect(say(await hire({ roles: ["executive"] }), idea.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does not know somebody else's draft, nor an idea that never was", async () => {
    const draft = await givenIdea({ status: "draft" });
    const ana = await hire();

    await expect(say(ana, draft.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(say(ana, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("answering", () => {
  it("joins the thread, however deep", async () => {
    const { ideaId, commentId, ana } = await givenComment();
    const answer = await say(ana, ideaId, { parentId: commentId });
    const deeper = await say(ana, ideaId, { parentId: answer.commentId });

    const row = await db.comment.findUniqueOrThrow({ where: { id: deeper.commentId } });
    expect(row).toMatchObject({ parentId: answer.commentId, rootId: commentId });
  });

  it("refuses an answer to a comment of another idea, and to none", async () => {
    const { commentId, ana } = await givenComment();
    const other = await givenIdea();

    for (const parentId of [commentId, randomUUID()]) {
      await expect(say(ana, other.id, { parentId })).rejects.toMatchObject({
        code: "not_found",
        reason: "comments.parentMissing",
      });
    }
    expect(await counted(other.id)).toBe(0);
  });

  it("refuses an answer to a deleted comment", async () => {
    const { ideaId, commentId, ana } = await givenComment();
    await deleteComment(ana, { commentId });

    await expect(say(ana, ideaId, { parentId: commentId })).rejects.toMatchObject({
      code: "conflict",
      reason: "comments.parentDeleted",
    });
  });
});

describe("sending twice", () => {
  it("posts once, also when both arrive at the same moment", async () => {
    const idea = await givenIdea();
    const ana = await hire();
    const commentId = randomUUID();
    // Connections that are open already let all of them really begin at once.
    await Promise.all(Array.from({ length: 8 }, () => db.$queryRaw`select pg_sleep(0.05)::text`));

    const places = await Promise.all(Array.from({ length: 8 }, () => say(ana, idea.id, { commentId })));

    expect(places).toEqual(places.map(() => ({ ideaId: idea.id, commentId })));
    expect(await counted(idea.id)).toBe(1);
    expect((await eventsOf(idea.id)).filter((type) => type === "comment.posted")).toHaveLength(1);
  });

  it("still answers the comment when the discussion has closed, or the comment is gone, meanwhile", async () => {
    const { ideaId, commentId, ana } = await givenComment({ commentId: randomUUID() });
    await deleteComment(ana, { commentId });
    await db.idea.update({ where: { id: ideaId }, data: { status: "withdrawn" } });

    await expect(say(ana, ideaId, { commentId })).resolves.toEqual({ ideaId, commentId });
    expect(await textOf(commentId)).toBe("");
  });

  it("refuses the same key for another text: nothing that somebody wrote is lost silently", async () => {
    const { ideaId, commentId, ana } = await givenComment({ commentId: randomUUID() });

    await expect(say(ana, ideaId, { commentId, body: "Another" })).rejects.toMatchObject({
      code: "conflict",
      reason: "comments.keyTaken",
    });
  });

  it("refuses a key that is somebody else's comment", async () => {
    const { ideaId, commentId } = await givenComment();

    await expect(say(await hire(), ideaId, { commentId })).rejects.toMatchObject({ code: "conflict" });
    expect(await counted(ideaId)).toBe(1);
  });
});

describe("editing", () => {
  it("changes the text and says so", async () => {
    const { ideaId, commentId, ana } = await givenComment();

    await editComment(ana, { commentId, body: "Better" });

    expect(await db.comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
      body: "Better",
      editedAt: expect.any(Date),
    });
    expect(await eventsOf(ideaId)).toContain("comment.edited");
  });

  it("leaves no mark when nothing changed", async () => {
    const { commentId, ana } = await givenComment();

    await editComment(ana, { commentId, body: "Good" });

    expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } })).editedAt).toBeNull();
  });

  it("is for the author alone, moderators included", async () => {
    const { commentId } = await givenComment();
    const moderator = await hire({ roles: ["employee", "moderator"] });

    await expect(editComment(moderator, { commentId, body: "X" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does not bring a deleted comment back", async () => {
    const { commentId, ana } = await givenComment();
    await deleteComment(ana, { commentId });

    await expect(editComment(ana, { commentId, body: "Again" })).rejects.toMatchObject({
      reason: "comments.alreadyDeleted",
    });
    expect(await textOf(commentId)).toBe("");
  });

  it("ends with the discussion", async () => {
    const { ideaId, commentId, ana } = await givenComment();
    await db.idea.update({ where: { id: ideaId }, data: { status: "merged" } });

    await expect(editComment(ana, { commentId, body: "X" })).rejects.toMatchObject({ reason: "comments.closed" });
  });
});

describe("deleting", () => {
  it("erases the text and keeps the answers in their place", async () => {
    const { ideaId, commentId, ana } = await givenComment({ body: "I take this back" });
    const answer = await say(await hire(), ideaId, { parentId: commentId });

    await deleteComment(ana, { commentId });

    expect(await textOf(commentId)).toBe("");
    expect(await textOf(answer.commentId)).toBe("Good");
    expect(await counted(ideaId)).toBe(1);
  });

  it("is for the author and for moderators", async () => {
    const { commentId, ideaId } = await givenComment();

    await expect(deleteComment(await hire(), { commentId })).rejects.toMatchObject({ code: "forbidden" });
    await deleteComment(await hire({ roles: ["moderator"] }), { commentId });
    expect(await counted(ideaId)).toBe(0);
  });

  it("happens once, however often it is asked for", async () => {
    const { ideaId, commentId, ana } = await givenComment();

    await Promise.all([1, 2, 3, 4].map(() => deleteComment(ana, { commentId })));

    expect((await eventsOf(ideaId)).filter((type) => type === "comment.deleted")).toHaveLength(1);
    expect(await counted(ideaId)).toBe(0);
  });

  it("does not know a comment that never was", async () => {
    await expect(deleteComment(await hire(), { commentId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  });
});
