import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { listedStates } from "@/lib/ideas/states";
import { database, demoPeople, tokenOf } from "./support/callers";
import { describedBy } from "./support/described";

const folder = join(__dirname, "client");

type Program = ReturnType<typeof import("./client/program").program>;

let as: (name: string) => Promise<Program>;

test.beforeAll(async () => {
  const baseURL = process.env.PORTAL_URL ?? "";
  const document = await (await fetch(`${baseURL}/api/v1/openapi.json`)).json();
  const { default: typesOf } = await import("openapi-typescript");
  writeFileSync(join(folder, "portal-api.ts"), await typesOf(structuredClone(document)));
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "-p", folder], { stdio: "inherit" });

  const { program } = await import("./client/program");
  const check = describedBy(document);
  as = async (name) =>
    program(baseURL, await tokenOf(name), async (request) => {
      const response = await fetch(request);
      await check(request.method, request.url, response);
      return response;
    });
});

const refused = (status: number, code: string) => ({ problem: expect.objectContaining({ status, code }) });

async function givenIdea() {
  const author = await as(demoPeople.reviewer);
  const { ideaId } = await author.submit({ title: `Shade for the playground ${randomUUID()}`, language: "en" });
  return { author, ideaId };
}

test("a program submits an idea, and once however often it tries", async () => {
  const author = await as(demoPeople.employee);
  const idea = {
    ideaId: randomUUID(),
    title: `A bench by the pool ${randomUUID()}`,
    body: "In the **shade**.",
    language: "en",
  } as const;

  expect([await author.submit(idea), await author.submit(idea)]).toEqual([
    { ideaId: idea.ideaId },
    { ideaId: idea.ideaId },
  ]);
  expect(await author.ideas({ author: "me", q: idea.title })).toMatchObject([{ id: idea.ideaId }]);
  expect(await author.read(idea.ideaId)).toMatchObject({ title: idea.title, body: idea.body, version: 1, votes: 0 });
});

test("a program votes, as often as it likes, and takes the vote back", async () => {
  const { ideaId, author } = await givenIdea();
  const voter = await as(demoPeople.employee);

  const answers = [await voter.vote(ideaId), await voter.vote(ideaId)];
  expect(answers).toEqual(Array(2).fill({ votes: 1, mine: true }));
  expect(await voter.read(ideaId)).toMatchObject({ votes: 1, mine: true });
  expect(await author.read(ideaId)).toMatchObject({ votes: 1, mine: false });
  expect([await voter.takeBack(ideaId), await voter.takeBack(ideaId)]).toEqual(
    Array(2).fill({ votes: 0, mine: false }),
  );
  await expect(author.vote(ideaId)).rejects.toMatchObject(refused(403, "access.forbidden"));
});

test("a program comments, answers, and reads the whole discussion in small pages", async () => {
  const { ideaId, author } = await givenIdea();
  const reader = await as(demoPeople.employee);
  const { commentId } = await reader.comment(ideaId, "Could it be a tree?");
  await author.comment(ideaId, "It could.", commentId);
  await reader.comment(ideaId, "Good.");

  expect((await reader.comments(ideaId, 1)).map(({ body, parentId }) => [body, parentId])).toEqual([
    ["Could it be a tree?", null],
    ["It could.", commentId],
    ["Good.", null],
  ]);
  expect((await reader.read(ideaId)).comments).toBe(3);
});

test("a program meets every idea of the portal exactly once", async () => {
  const { rows } = await database.query("select id from idea where status = any ($1::idea_status[])", [listedStates]);
  const reader = await as(demoPeople.employee);

  const met = (await reader.ideas({ order: "new", limit: 25 })).map(({ id }) => id);

  expect(rows.length).toBeGreaterThan(1_000);
  expect(met.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

test("a program meets every comment of the longest discussion exactly once", async () => {
  const { rows } = await database.query(
    `select id from comment where idea_id = (select idea_id from idea_tally order by comments desc limit 1)`,
  );
  const [{ idea_id: ideaId }] = (await database.query("select idea_id from comment where id = $1", [rows[0].id])).rows;

  const met = (await (await as(demoPeople.employee)).comments(ideaId, 3)).map(({ id }) => id);

  expect(met.length).toBeGreaterThan(5);
  expect(met.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
});

test("a program filters by several states and searches", async () => {
  const reader = await as(demoPeople.employee);
  const { title } = await (await as(demoPeople.employee)).read((await givenIdea()).ideaId);

  const answered = await reader.ideas({ state: ["implemented", "declined"], limit: 100 });
  const [first] = await reader.ideas({ q: title, limit: 5 });

  expect(new Set(answered.map(({ status }) => status))).toEqual(new Set(["implemented", "declined"]));
  expect(first?.found?.title.map(({ text }) => text).join("")).toBe(title);
});

test("an edit that started from an older version is refused, and the newer text stays", async () => {
  const { ideaId, author } = await givenIdea();
  const { version } = await author.edit(ideaId, { version: 1, body: "With a pergola.", tags: ["shade", "play"] });

  await expect(author.edit(ideaId, { version: 1, body: "" })).rejects.toMatchObject(
    refused(409, "ideas.changedMeanwhile"),
  );
  expect(await author.read(ideaId)).toMatchObject({ version, body: "With a pergola.", tags: ["play", "shade"] });
});

test("a program takes an idea from new to done", async () => {
  const { ideaId } = await (await as(demoPeople.employee)).submit({
    title: `Shade for the car park ${randomUUID()}`,
    language: "en",
  });
  const reviewer = await as(demoPeople.reviewer);
  const { rows } = await database.query("select id from person where name = $1", [demoPeople.reviewer]);
  const ownerId: string = rows[0].id;
  const versionNow = async () => (await reviewer.read(ideaId)).review?.version ?? 0;

  await reviewer.answer(ideaId, await versionNow(), "Who else leaves the car in the sun all day?");
  await reviewer.move(ideaId, { version: await versionNow(), to: "in_review" });
  await reviewer.assign(ideaId, { version: await versionNow(), ownerId });
  await reviewer.move(ideaId, { version: await versionNow(), to: "accepted", nextOn: "2999-01-31" });
  await reviewer.move(ideaId, { version: await versionNow(), to: "in_progress" });
  await reviewer.report(ideaId, await versionNow(), 40);
  await reviewer.move(ideaId, { version: await versionNow(), to: "implemented", extent: "partly" });

  expect(await reviewer.read(ideaId)).toMatchObject({
    status: "implemented",
    review: { owner: { name: demoPeople.reviewer }, extent: "partly", progress: 100 },
    decisions: [{ reason: "Who else leaves the car in the sun all day?" }],
  });
});

test("a program that was overtaken changes nothing, and is told what changed and by whom", async () => {
  const { ideaId } = await (await as(demoPeople.employee)).submit({
    title: `A roof for the bicycles ${randomUUID()}`,
    language: "en",
  });
  const reviewer = await as(demoPeople.reviewer);
  const { version = 0 } = (await reviewer.read(ideaId)).review ?? {};
  await reviewer.move(ideaId, { version, to: "in_review" });
  const late = reviewer.move(ideaId, {
    version,
    to: "declined",
    kind: "not_now",
    reason: "There is no room at the gate before 2030.",
  });

  await expect(late).rejects.toMatchObject({
    problem: {
      status: 409,
      code: "workflow.changedMeanwhile",
      meanwhile: [{ type: "idea.moved", by: demoPeople.reviewer, detail: { from: "submitted", to: "in_review" } }],
    },
  });
  expect((await reviewer.read(ideaId)).status).toBe("in_review");
});

test("a program reads what leaders see, in tables whose cells are known by their columns", async () => {
  const reader = await as(demoPeople.administrator);
  for (const group of ["leader", "pipeline", "participation", "impact", "portfolio"] as const) {
    const { sections, from } = await reader.figures(group, { from: "2018-01" });

    expect([sections.length > 0, from]).toEqual([true, "2018-01"]);
  }
  const colleague = await as(demoPeople.employee);
  await expect(colleague.figures("pipeline", {})).rejects.toMatchObject(refused(403, "access.forbidden"));
});

test("every figure of a page stands in the feed, with its unit", async () => {
  const reader = await as(demoPeople.administrator);
  const [{ sections, from, to }, feed] = await Promise.all([
    reader.figures("pipeline", { from: "2018-01" }),
    reader.feed({ from: "2018-01" }),
  ]);
  const rows = sections.find(({ key }) => key === "funnel")?.rows ?? [];
  const lines = rows.map(({ cells: { stage, ideas } }) => {
    const label = typeof stage === "object" && stage && "text" in stage ? stage.text : "";
    return `"pipeline","funnel","${from}","${to}","${label}","","ideas","count",${ideas},""`;
  });

  expect(lines).toHaveLength(5);
  expect(feed.split("\r\n")).toEqual(expect.arrayContaining(lines));
});
