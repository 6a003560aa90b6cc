import { can } from "@/lib/access/authorize";
import { ideaVisibleToPersonSql, readsReviewsSql, visibleIdeas, visibleIdeasSql } from "@/lib/access/visibility";
import { db, Prisma } from "@/lib/platform/db/client";
import { IdeaStatus, Role } from "@/lib/platform/db/generated/enums";
import { givenIdea, hire } from "../../support/database";

it("means the same as a Prisma filter and as SQL, for authors, colleagues and every role", async () => {
  const ana = await hire();
  for (const author of [ana, await hire()])
    for (const status of Object.values(IdeaStatus)) await givenIdea({ author, status });
  await db.idea.create({ data: { title: "Nobody's", language: "en", status: "submitted", submittedAt: new Date() } });
  const boss = await hire({
    roles: ["employee", "reviewer", "executive", "communicator", "moderator", "administrator"],
  });

  for (const [actor, drafts] of [
    [ana, 1],
    [boss, 0],
  ] as const) {
    const byPrisma = await db.idea.findMany({
      where: visibleIdeas(actor),
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const bySql = await db.$queryRaw`select i.id from idea i where ${visibleIdeasSql(actor)} order by i.id`;
    const byPerson = await db.$queryRaw`
      select i.id from idea i join person p on p.id = ${actor.id}::uuid where ${ideaVisibleToPersonSql} order by i.id`;

    expect([bySql, byPerson]).toEqual([byPrisma, byPrisma]);
    expect(await db.idea.count({ where: { AND: [visibleIdeas(actor), { status: "draft" }] } })).toBe(drafts);
    expect(byPrisma).toHaveLength(2 * (Object.keys(IdeaStatus).length - 1) + 1 + drafts);
  }
});

it("says in SQL of every role what the permission to read reviews says", async () => {
  for (const role of Object.values(Role)) {
    const actor = await hire({ roles: [role] });
    const [row] = await db.$queryRaw<{ may: boolean }[]>`
      select ${readsReviewsSql(Prisma.sql`${actor.id}::uuid`)} as may`;

    expect([role, row?.may]).toEqual([role, can(actor, "review.read")]);
  }
});
