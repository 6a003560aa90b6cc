import { givenIdea, hire } from "@/__tests__/support/database";
import { countPeople, inNextMonth } from "@/__tests__/support/month-over";
import { see } from "@/__tests__/support/sightings";
import { sealEvents } from "@/lib/audit/seal-events";
import { deleteComment, postComment } from "@/lib/comments/commands";
import { commentInput } from "@/lib/comments/schema";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { castVote, withdrawVote } from "@/lib/votes/commands";

const kept = () => db.personMonth.findMany({ orderBy: [{ month: "asc" }, { personId: "asc" }] });

/** What people did, counted row by row in the plainest way. */
async function slowMonths() {
  const monthOf = (at: Date) =>
    `${new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Santiago", year: "numeric", month: "2-digit" }).format(at)}-01`;
  const [votes, comments, ideas] = [await db.vote.findMany(), await db.comment.findMany(), await db.idea.findMany()];
  const did: [string | null, Date | null, "votes" | "comments" | "ideas"][] = [
    ...votes.map((vote) => [vote.voterId, vote.createdAt, "votes"] as const),
    ...comments.filter((one) => !one.deletedAt).map((one) => [one.authorId, one.createdAt, "comments"] as const),
    ...ideas
      .filter((idea) => idea.status !== "draft")
      .map((idea) => [idea.authorId, idea.submittedAt, "ideas"] as const),
  ].map(([who, at, what]) => [who, at, what]);
  const sums: Record<string, Record<string, number>> = {};
  for (const [who, at, what] of did) {
    if (!who || !at) continue;
    const key = `${monthOf(at)} ${who}`;
    sums[key] ??= { votes: 0, comments: 0, ideas: 0 };
    sums[key][what] = (sums[key][what] ?? 0) + 1;
  }
  return sums;
}

const asSums = (rows: Awaited<ReturnType<typeof kept>>) =>
  Object.fromEntries(
    rows.map(({ personId, month, ...counts }) => [`${month.toISOString().slice(0, 10)} ${personId}`, counts]),
  );

it("what people did is, once the month is over, what one gets counting row by row", async () => {
  const [ana, bea, moderator] = [await hire(), await hire(), await hire({ roles: ["employee", "moderator"] })];
  const ideas = await Promise.all([givenIdea({ votes: 2 }), givenIdea({ daysOld: 70 }), givenIdea({ author: bea })]);
  await rebuildInsights();
  for (const { id } of ideas.slice(0, 2)) await castVote(ana, { ideaId: id });
  await withdrawVote(ana, { ideaId: ideas[0]?.id ?? "" });
  const said = await postComment(
    ana,
    parse(commentInput, { ideaId: ideas[0]?.id, body: "In Vigo they lean on the wall." }),
  );
  await postComment(bea, parse(commentInput, { ideaId: ideas[1]?.id, body: "Since when?" }));
  await deleteComment(moderator, { commentId: said.commentId });
  await see(ana, ideas[2]?.id ?? "");
  await castVote(bea, { ideaId: ideas[0]?.id ?? "" });
  await sealEvents();
  await inNextMonth(refreshInsights);
  expect(asSums(await kept())).toEqual(await slowMonths());
  expect(Object.keys(await slowMonths()).length).toBeGreaterThan(5);
});

it("with whom people count stays as it is until five have come, gone or moved", async () => {
  await countPeople();
  const before = await db.voice.count();
  const added = [];
  for (let n = 0; n < 4; n++) added.push(await hire());
  await countPeople();
  expect(await db.voice.count()).toBe(before);

  added.push(await hire());
  await countPeople();
  expect(await db.voice.count({ where: { personId: { in: added.map(({ id }) => id) } } })).toBe(5);
});

it("counting anew puts right what is wrong, missing or too much", async () => {
  const [ana, bea] = [await hire(), await hire()];
  const { id } = await givenIdea({ author: bea });
  await db.vote.create({ data: { ideaId: id, voterId: ana.id } });
  await countPeople();
  const right = await kept();
  await db.personMonth.updateMany({ where: { personId: ana.id }, data: { votes: 7 } });
  await db.personMonth.deleteMany({ where: { personId: bea.id } });
  await db.personMonth.create({
    data: { personId: bea.id, month: new Date("2020-01-01"), votes: 1, comments: 0, ideas: 0 },
  });
  await countPeople();

  expect(await kept()).toEqual(right);
});

it("whose reading and voting is counted as another's stays so when others come, go or move", async () => {
  const [one, other] = [
    await db.department.create({ data: { name: "Port" } }),
    await db.department.create({ data: { name: "Quay" } }),
  ];
  for (let n = 0; n < 60; n++) await hire({ departmentId: n % 2 ? one.id : other.id });
  await countPeople();
  const lots = async () => new Map((await db.voice.findMany()).map((voice) => [voice.personId, voice.countedAs]));
  const before = await lots();
  const swapped = [...before].filter(([id, countedAs]) => id !== countedAs).flat();
  const free = [...before.keys()].filter((id) => !swapped.includes(id));
  await db.person.updateMany({ where: { id: { in: free.slice(0, 3) } }, data: { status: "suspended" } });
  await db.person.updateMany({ where: { id: { in: free.slice(3, 6) } }, data: { departmentId: one.id } });
  for (let n = 0; n < 60; n++) await hire({ departmentId: one.id });
  await countPeople();

  const after = await lots();
  expect(after.size).toBeGreaterThan(before.size);
  for (const [id, countedAs] of before) if (after.has(id)) expect(after.get(id)).toBe(countedAs);
  expect([...after].filter(([id, countedAs]) => id !== countedAs && !before.has(id)).length).toBeGreaterThan(0);
});
