import { readFileSync } from "node:fs";
import { foundOrganisation } from "@/__tests__/support/database";
import { db, Prisma } from "@/lib/platform/db/client";
import { demoOrganisation } from "@/lib/transfer/demo-files";
import { introduceDemoPeople, loadDemo } from "@/lib/transfer/load-demo";
import { importPath } from "./importing";

/** Everything that makes the demo what it is, but for the ids and the dates. */
async function content() {
  const ideas = await db.idea.findMany({
    select: {
      title: true,
      status: true,
      author: { select: { name: true } },
      department: { select: { name: true } },
      tally: true,
    },
    orderBy: [{ title: "asc" }, { body: "asc" }],
  });
  const told = ideas.map(({ title, status, author, department, tally }) => [
    title,
    status,
    author?.name,
    department?.name,
    tally?.comments,
  ]);
  // Some were sent twice, word by word: of these none comes first.
  return told.map((idea) => JSON.stringify(idea)).sort();
}

const emptyDatabase = () =>
  db.$executeRaw`truncate organisation, department, place, person, import_source, idea, category, tag, event cascade`;

it("refuses a database that belongs to an organisation", async () => {
  await foundOrganisation();

  await expect(loadDemo(() => undefined)).rejects.toMatchObject({ reason: "transfer.demoElsewhere" });
  expect(await db.organisation.findMany()).toMatchObject([{ name: "Aurora", demo: false }]);
});

it("loads real ideas into a believable company, the same ones every time", async () => {
  await db.$executeRaw`drop trigger event_is_append_only on event`;
  await emptyDatabase();
  await loadDemo(() => undefined);
  const first = await content();
  await emptyDatabase();
  await loadDemo(() => undefined);

  expect(first).toHaveLength(765 + 669 + 12);
  expect(await content()).toEqual(first);
  expect(await db.organisation.findMany()).toMatchObject([{ name: "Aldavera", demo: true }]);
  expect(await db.comment.count()).toBe(1_561 + 14 + 66);
  expect([await db.merge.count(), await db.idea.count({ where: { authorId: null } })]).toEqual([61, 0]);
}, 240_000);

it("has holidays of this year and the next, groups, and rules whose reviewers are there", async () => {
  const year = new Date().getFullYear();
  const days = (await db.holiday.findMany()).map(({ day }) => day.toISOString().slice(0, 10));
  const unfit = await db.$queryRaw<unknown[]>`
    select from reviewer_group_member m
     where not exists (select from person_role pr where pr.person_id = m.person_id and pr.role = 'reviewer')`;

  expect(days).toEqual(expect.arrayContaining([`${year}-12-25`, `${year + 1}-01-06`]));
  expect(unfit).toEqual([]);
  expect([await db.reviewerGroup.count(), await db.routingRule.count()]).toEqual([4, 6]);
});

it("has a queue with ideas that are late, that wait for their author and that are in time; each has an owner", async () => {
  const promised = await db.review.findMany({ where: { answerDueAt: { not: null } } });
  const now = new Date();
  const waiting = promised.filter(({ waitingSince }) => waitingSince);
  const late = promised.filter(({ dueAt }) => dueAt && dueAt <= now);
  const inTime = promised.filter(({ dueAt }) => dueAt && dueAt > now);

  expect([late.length, waiting.length]).toEqual([6, 5]);
  expect(inTime.length).toBeGreaterThanOrEqual(45);
  expect(promised.every(({ ownerId, groupId }) => ownerId && groupId)).toBe(true);
});

it("does nothing when it is complete", async () => {
  const votes = await db.vote.count();
  await db.person.deleteMany({ where: { email: "samuel.okafor@example.org" } });
  await loadDemo(() => undefined);

  expect(votes).toBeGreaterThan(1_000);
  expect(await db.person.count({ where: { email: "samuel.okafor@example.org" } })).toBe(0);
});

it("has its youngest ideas from today and none from tomorrow", async () => {
  for (const source of ["open-government-dialogue", "valladolid", "invented"]) {
    const { _max } = await db.idea.aggregate({ where: { sourceId: source }, _max: { submittedAt: true } });
    const age = Date.now() - (_max.submittedAt?.getTime() ?? 0);

    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(2 * 86_400_000);
  }
  expect(await db.vote.count({ where: { createdAt: { gt: new Date() } } })).toBe(0);
});

it("lets nobody vote for the own idea or for one that was declined, merged or taken back", async () => {
  const wrong = await db.$queryRaw<unknown[]>`
    select from vote v join idea i on i.id = v.idea_id
     where v.voter_id = i.author_id or i.status in ('draft', 'declined', 'merged', 'withdrawn', 'archived')`;

  expect(wrong).toEqual([]);
});

it("has deliveries that are late, under way and done, with figures of which some are confirmed, by others", async () => {
  const [deliveries, outcomes] = await Promise.all([db.delivery.findMany(), db.outcome.findMany()]);
  const strayed = await db.$queryRaw<unknown[]>`
    select from delivery_idea di
      join delivery d on d.id = di.delivery_id
      join idea i on i.id = di.idea_id
      join review r on r.idea_id = i.id
     where (d.state = 'done') <> (i.status = 'implemented') or r.progress <> d.progress and i.source_id <> 'invented'`;

  expect(strayed).toEqual([]);
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(["open", "done"]));
  expect(outcomes.some(({ confirmedById }) => confirmedById)).toBe(true);
  expect(outcomes.some(({ confirmedById }) => !confirmedById)).toBe(true);
  expect(new Set(outcomes.flatMap(({ currency }) => currency ?? [])).size).toBeGreaterThan(2);
});

it("has a year behind it: nothing was decided before it was posted, nor tomorrow", async () => {
  const wrong = await db.$queryRaw<unknown[]>`
    select from decision d
      join idea i on i.id = d.idea_id
     where d.decided_at < i.submitted_at or d.decided_at > now()`;
  const { _min } = await db.idea.aggregate({ _min: { submittedAt: true } });

  expect(wrong).toEqual([]);
  expect((Date.now() - (_min.submittedAt?.getTime() ?? 0)) / 86_400_000).toBeGreaterThan(365);
});

it("has goals that ideas serve, and a level and a joining day for everybody on the staff", async () => {
  const unranked = await db.person.count({ where: { status: "active", OR: [{ levelId: null }, { joinedOn: null }] } });

  expect(unranked).toBe(0);
  expect(await db.ideaGoal.count()).toBeGreaterThan(100);
});

it("has staff of whom in a year some read, fewer vote, and few comment or propose; those one can be take part", async () => {
  const { people } = demoOrganisation();
  const count = async (table: Prisma.Sql, who: Prisma.Sql) => {
    const [found] = await db.$queryRaw<{ people: number }[]>`
      select count(distinct p.id)::int as people
        from ${table} d
        join person p on p.id = ${who} and p.status = 'active'`;
    return (found?.people ?? 0) / people.length;
  };
  const author = Prisma.sql`d.author_id`;
  const shares = [
    await count(Prisma.sql`reading`, Prisma.sql`d.person_id`),
    await count(Prisma.sql`vote`, Prisma.sql`d.voter_id`),
    await count(Prisma.sql`comment`, author),
    await count(Prisma.sql`idea`, author),
  ];
  const silent = await db.person.count({ where: { email: { not: null }, votes: { none: {} } } });

  expect(shares).toEqual([...shares].sort((one, other) => other - one));
  expect(shares[0]).toBeLessThan(0.8);
  expect(shares[3]).toBeGreaterThan(0.1);
  expect(silent).toBe(0);
});

it("introduces people of every role, whom one can be", async () => {
  const roles = demoOrganisation()
    .people.filter(({ email }) => email)
    .flatMap((person) => person.roles);
  const people = await introduceDemoPeople();

  expect([...new Set(roles)].sort()).toEqual([
    "administrator",
    "communicator",
    "employee",
    "executive",
    "moderator",
    "reviewer",
  ]);
  expect(people.length).toBeGreaterThanOrEqual(8);
  expect(people[0]?.about).toContain("administrator");
});

it("finds its content unchanged when it is imported by hand", async () => {
  for (const { file, mapping } of demoOrganisation().sources.slice(0, 3)) {
    const { figures } = await importPath(`demo/${file}`, mapping);

    expect(figures).toMatchObject({ unchanged: figures.read, created: 0, updated: 0, rejected: 0 });
  }
});

it("says where everything in it comes from, and under which licence", () => {
  const attribution = readFileSync("demo/ATTRIBUTION.md", "utf8").replace(/\s+/g, " ");

  for (const { file } of demoOrganisation().sources) expect(attribution).toContain(file);
  for (const words of [
    "Open Government Dialogue (opengov.ideascale.com)",
    "CC BY-SA 3.0 US",
    "Data source: Ayuntamiento de Valladolid (CC BY 3.0)",
    "CC BY-SA 4.0",
    "invented",
  ]) {
    expect(attribution).toContain(words);
  }
});
