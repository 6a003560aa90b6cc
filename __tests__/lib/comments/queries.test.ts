import { randomUUID } from "node:crypto";
import { deleteComment, editComment, postComment } from "@/lib/comments/commands";
import { findDiscussion, findPlace, listComments } from "@/lib/comments/queries";
import { discussionInput } from "@/lib/comments/schema";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { givenIdea, hire } from "../../support/database";

type View = { order?: string; after?: string; before?: string; thread?: string; comment?: string };
const look = async (ideaId: string, view: View = {}, actor = hire()) =>
  findDiscussion(await actor, parse(discussionInput, { ideaId, ...view }));

/** `count` comments named 1, 2, 3 …, a minute apart; without a parent each starts a thread. */
async function given(ideaId: string, count: number, parent?: { id: string; rootId: string }) {
  const comments = Array.from({ length: count }, (_, n) => {
    const id = randomUUID();
    const createdAt = new Date(Date.UTC(2025, 0, 1, 0, n));
    return { id, ideaId, rootId: parent?.rootId ?? id, parentId: parent?.id ?? null, body: `${n + 1}`, createdAt };
  });
  await db.comment.createMany({ data: comments });
  return comments;
}

const texts = ({ threads }: Awaited<ReturnType<typeof look>>) =>
  threads.map(({ starter }) => Number(starter.html.replace(/\D/g, "")));
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

describe("pages of threads", () => {
  it("lead through all of them, forwards and back again", async () => {
    const { id } = await givenIdea();
    await given(id, 45);

    const first = await look(id);
    const second = await look(id, { after: first.next! });
    const third = await look(id, { after: second.next! });
    const back = await look(id, { before: third.previous! });

    expect([texts(first), texts(second), texts(third)]).toEqual([upTo(20), upTo(40, 21), upTo(45, 41)]);
    expect([first.previous, third.next]).toEqual([null, null]);
    expect(back).toMatchObject({ threads: second.threads.map(({ starter: { id } }) => ({ starter: { id } })) });
  });

  it("can begin with the newest", async () => {
    const { id } = await givenIdea();
    await given(id, 45);

    const first = await look(id, { order: "newest" });
    const second = await look(id, { order: "newest", after: first.next! });

    expect(texts(first)).toEqual(upTo(45, 26).reverse());
    expect(texts(second)).toEqual(upTo(25, 6).reverse());
    expect(texts(await look(id, { order: "newest", before: second.previous! }))).toEqual(texts(first));
  });

  it("neither skip nor repeat while others post and delete", async () => {
    const { id } = await givenIdea();
    await given(id, 30);
    const first = await look(id, { order: "newest" });
    await postComment(await hire(), { ideaId: id, commentId: null, parentId: null, body: "99" });
    await deleteComment(await hire({ roles: ["moderator"] }), { commentId: first.next! });

    expect(texts(await look(id, { order: "newest", after: first.next! }))).toEqual(upTo(10).reverse());
  });

  it("keep comments of the same instant apart", async () => {
    const { id } = await givenIdea();
    await given(id, 25);
    await db.comment.updateMany({ where: { ideaId: id }, data: { createdAt: new Date() } });

    const first = await look(id);
    const second = await look(id, { after: first.next! });

    expect([...texts(first), ...texts(second)].toSorted((a, b) => a - b)).toEqual(upTo(25));
  });
});

describe("answers", () => {
  it("stand below what they answer; a long thread shows its first ten and says how many there are", async () => {
    const { id } = await givenIdea();
    const [start] = await given(id, 2);
    await given(id, 14, start);

    const [long, short] = (await look(id)).threads;

    expect(long).toMatchObject({ moreAnswers: 4, answers: upTo(10).map(() => ({ depth: 1, isApart: false })) });
    expect(short).toMatchObject({ moreAnswers: 0, answers: [] });
  });

  it("fill pages of their own when the thread is shown alone", async () => {
    const { id } = await givenIdea();
    const [start] = await given(id, 1);
    await given(id, 60, start);

    const first = await look(id, { thread: start!.id });
    const second = await look(id, { thread: start!.id, after: first.next! });

    expect(first.threads[0]?.answers).toHaveLength(50);
    expect(second.threads[0]?.answers).toHaveLength(10);
    expect(second).toMatchObject({ thread: start!.id, next: null });
  });

  it("name whom they answer", async () => {
    const { id } = await givenIdea();
    const ana = await hire({ name: "Ana" });
    const [start] = await given(id, 1);
    await db.comment.update({ where: { id: start!.id }, data: { authorId: ana.id } });
    await given(id, 1, start);

    const [answer] = (await look(id)).threads[0]!.answers;

    expect(answer).toMatchObject({ author: null, inReplyTo: { author: { name: "Ana" }, isDeleted: false } });
  });
});

describe("a permalink", () => {
  it.each(["oldest", "newest"])("opens the page that has the comment, %s first", async (order) => {
    const { id } = await givenIdea();
    const comments = await given(id, 45);

    for (const comment of [comments[0], comments[19], comments[20], comments[44]]) {
      const found = await look(id, { order, comment: comment!.id });
      expect(found.focus).toEqual({ id: comment!.id, deed: null });
      expect(found.threads.map(({ starter }) => starter.id)).toContain(comment!.id);
      expect([20, 5]).toContain(found.threads.length);
    }
  });

  it("opens the thread that has an answer, alone if need be", async () => {
    const { id } = await givenIdea();
    const starts = await given(id, 25);
    const answers = await given(id, 60, starts[22]);

    const early = await look(id, { comment: answers[9]!.id });
    const late = await look(id, { comment: answers[10]!.id });
    const last = await look(id, { comment: answers[59]!.id });

    expect(early).toMatchObject({ thread: null, threads: starts.slice(20).map(({ id }) => ({ starter: { id } })) });
    expect(late).toMatchObject({ thread: starts[22]!.id, previous: null });
    expect(last.threads[0]?.answers.map(({ id }) => id)).toEqual(answers.slice(50).map(({ id }) => id));
  });

  it("leads from a comment alone to its idea", async () => {
    const { id } = await givenIdea();
    const [comment] = await given(id, 1);

    expect(await findPlace(await hire(), { commentId: comment!.id })).toEqual({ ideaId: id, commentId: comment!.id });
  });

  it("finds nothing under another idea, nor what was never there", async () => {
    const [idea, other] = [await givenIdea(), await givenIdea()];
    const [comment] = await given(idea.id, 1);
    const absent = { code: "not_found" };

    await expect(look(other.id, { comment: comment!.id })).rejects.toMatchObject(absent);
    await expect(look(other.id, { thread: comment!.id })).rejects.toMatchObject(absent);
    await expect(findPlace(await hire(), { commentId: randomUUID() })).rejects.toMatchObject(absent);
  });
});

describe("what a reader sees", () => {
  it("of a deleted comment is its place and nothing else", async () => {
    const { id } = await givenIdea();
    const ana = await hire();
    const [start] = await given(id, 1);
    await db.comment.update({ where: { id: start!.id }, data: { authorId: ana.id } });
    await editComment(ana, { commentId: start!.id, body: "Once" });
    await given(id, 1, start);
    await deleteComment(ana, { commentId: start!.id });

    const { threads, count } = await look(id);

    expect(threads[0]).toMatchObject({
      starter: { isDeleted: true, author: null, html: "", source: null, editedAt: null, mayAnswer: false },
      answers: [{ inReplyTo: { author: null, isDeleted: true } }],
    });
    expect(count).toBe(1);
  });

  it("is harmless, whatever was written", async () => {
    const { id } = await givenIdea();
    const [start] = await given(id, 1);
    const body = "<img src=x onerror=alert(1)> [x](javascript:alert(1))";
    await db.comment.update({ where: { id: start!.id }, data: { body } });

    const html = (await look(id)).threads[0]!.starter.html;

    expect(html).toContain("&lt;img");
    expect(html).not.toMatch(/<img|href="javascript/);
  });

  it("offers authors their text to edit, others nothing of it", async () => {
    const { id } = await givenIdea();
    const ana = await hire();
    const [start] = await given(id, 1);
    await db.comment.update({ where: { id: start!.id }, data: { authorId: ana.id } });

    expect((await look(id, {}, Promise.resolve(ana))).threads[0]?.starter).toMatchObject({
      source: "1",
      mayDelete: true,
    });
    expect((await look(id)).threads[0]?.starter).toMatchObject({ source: null, mayDelete: false, mayAnswer: true });
  });

  it("tells when the discussion is closed, and offers no answer then", async () => {
    const { id } = await givenIdea({ status: "withdrawn" });
    await given(id, 1);

    const { hindrance, threads } = await look(id);

    expect(hindrance).toBe("comments.closed");
    expect(threads[0]?.starter.mayAnswer).toBe(false);
  });

  it("of a draft's discussion is nothing at all", async () => {
    const { id } = await givenIdea({ status: "draft" });

    await expect(look(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(listComments(await hire(), { ideaId: id, limit: 50 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

it("gives programs every comment once, page by page, oldest first", async () => {
  const { id } = await givenIdea();
  const [start] = await given(id, 3);
  await given(id, 4, start);
  const reader = await hire();

  const first = await listComments(reader, { ideaId: id, limit: 5 });
  const second = await listComments(reader, { ideaId: id, cursor: first.next ?? "", limit: 5 });

  expect(new Set([...first.comments, ...second.comments].map((comment) => comment.id)).size).toBe(7);
  expect(second.next).toBeNull();
});
