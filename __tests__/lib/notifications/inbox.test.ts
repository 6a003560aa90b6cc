import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { letFollow } from "@/__tests__/support/follow";
import type { Actor } from "@/lib/access/actor";
import { postComment } from "@/lib/comments/commands";
import { markAllRead, markRead, openNews } from "@/lib/notifications/commands";
import { inWords } from "@/lib/notifications/news";
import { listInbox } from "@/lib/notifications/queries";
import { db } from "@/lib/platform/db/client";
import { translator } from "@/lib/platform/i18n/translate";
import { answerIdea, moveIdea } from "@/lib/workflow/commands";

const firstPage = { before: null };

async function commentOn(ideaId: string, count = 1, body = "Could they have a roof?"): Promise<string[]> {
  const bea = await hire({ name: "Bea Ruiz" });
  const ids: string[] = [];
  for (let n = 0; n < count; n++)
    ids.push((await postComment(bea, { ideaId, body, parentId: null, commentId: null })).commentId);
  await letFollow();
  return ids;
}

async function given(count = 1): Promise<{ ana: Actor; ideaId: string; commentIds: string[] }> {
  const ana = await hire();
  const { id } = await givenIdea({ author: ana });
  return { ana, ideaId: id, commentIds: await commentOn(id, count) };
}

it("says who did what with which idea, why one hears of it, and what was said", async () => {
  const { ana } = await given();
  const { news } = await listInbox(ana, firstPage);

  expect(news.map((one) => inWords(one, translator("en")))).toMatchObject([
    {
      headline: "Bea Ruiz commented",
      idea: { title: "Bicycle racks at the north gate" },
      because: "Your idea",
      excerpt: "Could they have a roof?",
      readAt: null,
    },
  ]);
});

it("shows the text of each answer, and none with a step that had none", async () => {
  const ana = await hire();
  const marta = await hire({ roles: ["reviewer"] });
  const { id } = await givenIdea({ author: ana });
  const step = { reason: null, kind: null, ownerId: null, nextOn: null, revisitOn: null, extent: null };
  await moveIdea(marta, { ...step, ...(await seenReview(id)), to: "in_review" });
  await answerIdea(marta, { ...(await seenReview(id)), reason: "How many bicycles come on a rainy day?" });
  await answerIdea(marta, { ...(await seenReview(id)), reason: "Forty have been counted, so there is need." });
  await letFollow();
  const { news } = await listInbox(ana, firstPage);

  expect(news.map(({ said }) => said)).toEqual([
    "Forty have been counted, so there is need.",
    "How many bicycles come on a rainy day?",
    null,
  ]);
});

it("turns its pages from the newest to the oldest, each line once", async () => {
  const { ana } = await given(30);
  const first = await listInbox(ana, firstPage);
  const second = await listInbox(ana, { before: first.next });

  expect([first.news.length, second.news.length, second.next]).toEqual([25, 5, null]);
  expect(new Set([...first.news, ...second.news].map(({ id }) => id)).size).toBe(30);
});

it("counts what is unread, one and all", async () => {
  const { ana } = await given(3);
  const unread = async () => (await listInbox(ana, firstPage)).unread;
  const before = await unread();
  await markRead(ana, { notificationId: (await listInbox(ana, firstPage)).news[0]?.id ?? "" });
  const between = await unread();
  await markAllRead(ana);

  expect([before, between, await unread()]).toEqual([3, 2, 0]);
});

it("opening a line leads to the comment and counts as having read it", async () => {
  const { ana, ideaId, commentIds } = await given();
  const [line] = (await listInbox(ana, firstPage)).news;
  const path = await openNews(ana, { notificationId: line?.id ?? "" });

  expect(path).toBe(`/ideas/${ideaId}?comment=${commentIds[0]}#comment-${commentIds[0]}`);
  expect((await listInbox(ana, firstPage)).unread).toBe(0);
});

it("nobody reads or opens a colleague's line", async () => {
  const { ana } = await given();
  const notificationId = (await listInbox(ana, firstPage)).news[0]?.id ?? "";
  const other = await hire();
  await markRead(other, { notificationId });

  expect((await listInbox(ana, firstPage)).unread).toBe(1);
  await expect(openNews(other, { notificationId })).rejects.toMatchObject({ code: "not_found" });
});

it("a comment that was deleted is no longer quoted", async () => {
  const { ana, commentIds } = await given();
  await db.comment.updateMany({ where: { id: { in: commentIds } }, data: { body: "", deletedAt: new Date() } });

  expect((await listInbox(ana, firstPage)).news).toMatchObject([{ said: null }]);
});
