import { randomUUID } from "node:crypto";
import { eventsOf, givenIdea, hire, seenReview } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { findBoard } from "@/lib/desk/board";
import { candidatesFor } from "@/lib/desk/candidates";
import { decide, reply } from "@/lib/desk/decide";
import { discardAnswer, findDraftedAnswer, listDraftedAnswers } from "@/lib/desk/drafted-answers";
import { colleaguesFor, listNotes, postNote } from "@/lib/desk/notes";
import { answerForm, bulkForm, decisionForm, publishForm } from "@/lib/desk/schema";
import { discardTemplate, keepTemplate, listTemplates } from "@/lib/desk/templates";
import { moveTogether, publishAnswers } from "@/lib/desk/together";
import { findIdea } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { moveIdea } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";

const REASON = "We tried this in Vigo in 2024, and nobody came.";

let marta: Actor;
beforeEach(async () => {
  await db.$executeRaw`truncate idea, answer_template cascade`;
  marta = await hire({ name: "Marta", roles: ["employee", "reviewer"] });
});

const seen = async (ideaId: string) => (await seenReview(ideaId)).version;
const no = async (ideaId: string, more: object = {}) =>
  parse(decisionForm, {
    ideaId,
    version: await seen(ideaId),
    to: "declined",
    kind: "not_now",
    reason: REASON,
    ...more,
  });
const draft = async (ideaId: string) => decide(marta, await no(ideaId, { keep: "draft" }));
const statusOf = async (ideaId: string) => (await seenReview(ideaId)).status;

describe("drafted answers", () => {
  it("tell nobody anything until they are published, and then all of them on one day", async () => {
    const [one, two] = [await givenIdea(), await givenIdea()];
    await draft(one.id);
    const answer = { ideaId: two.id, version: await seen(two.id), reason: REASON, keep: "draft" };
    await reply(marta, parse(answerForm, answer));

    expect([await statusOf(one.id), await eventsOf(one.id), await eventsOf(two.id)]).toEqual(["submitted", [], []]);
    expect((await findIdea(await hire(), two.id)).decisions).toEqual([]);

    const dealt = await publishAnswers(marta, parse(publishForm, { all: "all" }));
    expect(dealt.map(({ refusal }) => refusal)).toEqual([null, null]);
    expect(await statusOf(one.id)).toBe("declined");
    expect((await findIdea(marta, two.id)).decisions).toMatchObject([{ reason: REASON, toStatus: "submitted" }]);
    expect(await listDraftedAnswers(marta)).toEqual([]);
  });

  it("go out one by one where only some are chosen", async () => {
    const [one, two] = [await givenIdea(), await givenIdea()];
    for (const { id } of [one, two]) await draft(id);

    await publishAnswers(marta, parse(publishForm, { [`idea ${two.id}`]: "1" }));

    expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(["submitted", "declined"]);
  });

  it("are not lost where somebody was faster: they stay, and what changed is said", async () => {
    const owen = await hire({ name: "Owen", roles: ["reviewer"] });
    const { id } = await givenIdea();
    await draft(id);
    await moveIdea(owen, parse(moveInput, { ideaId: id, version: await seen(id), to: "in_review" }));

    const [dealt] = await publishAnswers(marta, parse(publishForm, { all: "all" }));

    expect(dealt?.refusal).toMatchObject({
      reason: "workflow.changedMeanwhile",
      meanwhile: [{ type: "idea.moved", by: "Owen", detail: { to: "in_review" } }],
    });
    expect(await findDraftedAnswer(marta, id)).toMatchObject({ reason: REASON, isOvertaken: true });
    expect(await statusOf(id)).toBe("in_review");
  });

  it("are one for an idea: one's own is replaced, a colleague's is not", async () => {
    const owen = await hire({ roles: ["reviewer"] });
    const { id } = await givenIdea();
    await draft(id);
    await decide(marta, await no(id, { keep: "draft", kind: "too_costly" }));

    expect(await findDraftedAnswer(marta, id)).toMatchObject({ kind: "too_costly" });
    await expect(decide(owen, await no(id, { keep: "draft" }))).rejects.toMatchObject({
      code: "conflict",
      reason: "desk.draftedByOther",
    });
    await discardAnswer(owen, { ideaId: id });
    expect(await findDraftedAnswer(marta, id)).toBeNull();
  });

  it("are gone once the idea is answered otherwise, and never seen by its author", async () => {
    const author = await hire({ roles: ["employee", "reviewer"] });
    const { id } = await givenIdea({ author });
    await draft(id);

    expect(await findDraftedAnswer(author, id)).toBeNull();
    expect(await listDraftedAnswers(author)).toEqual([]);
    await decide(marta, await no(id));
    expect(await listDraftedAnswers(marta)).toEqual([]);
  });
});

describe("templates", () => {
  const template = { templateId: null, language: "en", kind: null, name: "First", body: REASON } as const;

  it("are never an answer as they stand", async () => {
    const { id } = await givenIdea();
    await keepTemplate(marta, template);

    for (const keep of [null, "draft"])
      await expect(decide(marta, await no(id, { keep }))).rejects.toMatchObject({
        fields: { reason: "workflow.templateUnedited" },
      });
    await decide(marta, await no(id, { reason: `${REASON} Yours differs in one thing.` }));
    expect(await statusOf(id)).toBe("declined");
  });

  it("leave no gap open in an answer", async () => {
    const { id } = await givenIdea();

    await expect(no(id, { reason: "We looked at [[what]] with the people who would do it." })).rejects.toMatchObject({
      fields: { reason: "workflow.gapLeft" },
    });
  });

  it("are kept by reviewers and administrators, each name once in a language", async () => {
    await keepTemplate(marta, template);
    const [kept] = await listTemplates(marta);

    await expect(keepTemplate(marta, template)).rejects.toMatchObject({ fields: { name: "desk.templateNameTaken" } });
    await keepTemplate(marta, { ...template, templateId: kept?.id ?? null, body: "Another text" });
    await keepTemplate(marta, { ...template, language: "es" });
    expect((await listTemplates(marta)).map(({ language, body }) => [language, body])).toEqual([
      ["en", "Another text"],
      ["es", REASON],
    ]);
    await expect(keepTemplate(await hire(), template)).rejects.toMatchObject({ code: "forbidden" });
    await discardTemplate(marta, { templateId: kept?.id ?? "" });
    expect(await listTemplates(marta)).toHaveLength(1);
  });
});

describe("private notes", () => {
  const note = (ideaId: string, body: string) => ({ noteId: randomUUID(), ideaId, body });

  it("are read by those who review and lead, and never by the author or anybody else", async () => {
    const author = await hire({ roles: ["employee", "reviewer", "administrator"] });
    const { id } = await givenIdea({ author });
    await postNote(marta, note(id, "Costs more than it says."));

    expect(await listNotes(await hire({ roles: ["executive"] }), id)).toMatchObject([
      { body: "Costs more than it says.", author: "Marta" },
    ]);
    for (const other of [author, await hire({ roles: ["employee", "moderator"] })]) {
      await expect(listNotes(other, id)).rejects.toMatchObject({ code: "forbidden" });
      await expect(postNote(other, note(id, "Me too."))).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(JSON.stringify(await findIdea(author, id))).not.toContain("Costs more");
  });

  it("call whoever is named by @ and may read them, and say so in an event", async () => {
    const owen = await hire({ name: "Owen Castellanos", roles: ["reviewer"] });
    await hire({ name: "Samuel Okafor" });
    const author = await hire({ name: "Ada Alba", roles: ["reviewer"] });
    const { id } = await givenIdea({ author });
    await postNote(marta, note(id, "@Owen Castellanos, ask @Samuel Okafor and not @Ada Alba."));

    const event = await db.event.findFirst({ where: { subjectId: id, type: "note.posted" } });
    expect(event?.payload).toMatchObject({ mentioned: [owen.id] });
    expect(await colleaguesFor(marta, id)).toContain("Owen Castellanos");
    expect(await colleaguesFor(marta, id)).not.toContain("Ada Alba");
  });

  it("are written once, however often they are sent", async () => {
    const { id } = await givenIdea();
    const twice = note(id, "Once.");
    for (let n = 0; n < 2; n++) await postNote(marta, twice);

    expect(await listNotes(marta, id)).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(["note.posted"]);
  });
});

describe("several ideas at once", () => {
  it("go for one reason, each by itself, and it is said which did not and why", async () => {
    const owen = await hire({ name: "Owen", roles: ["reviewer"] });
    const [fine, overtaken, own] = [await givenIdea(), await givenIdea(), await givenIdea({ author: marta })];
    const chosen = Object.fromEntries(
      await Promise.all([fine, overtaken, own].map(async ({ id }) => [`idea ${id}`, String(await seen(id))])),
    );
    await moveIdea(owen, parse(moveInput, { ideaId: overtaken.id, version: 1, to: "in_review" }));

    const dealt = await moveTogether(
      marta,
      parse(bulkForm, { to: "declined", kind: "not_now", reason: REASON, ...chosen }),
    );

    expect(Object.fromEntries(dealt.map(({ ideaId, refusal }) => [ideaId, refusal?.reason ?? "done"]))).toEqual({
      [fine.id]: "done",
      [overtaken.id]: "workflow.changedMeanwhile",
      [own.id]: "access.forbidden",
    });
    expect(dealt.find(({ ideaId }) => ideaId === overtaken.id)?.refusal?.meanwhile).toMatchObject([{ by: "Owen" }]);
    expect((await findIdea(marta, fine.id)).decisions).toMatchObject([{ reason: REASON }]);
  });

  it.each([
    [{ to: "declined", kind: "not_now", reason: REASON }, { chosen: "desk.nothingChosen" }],
    [
      { to: "declined", [`idea ${randomUUID()}`]: "1" },
      { kind: "workflow.kindMissing", reason: "workflow.reasonMissing" },
    ],
  ])("want at least one idea and what the move demands: %j", async (given, fields) => {
    expect(() => parse(bulkForm, given)).toThrow(expect.objectContaining({ fields }));
  });
});

it("suggests whoever is of the group, then whoever decided such things, then whoever has least to do", async () => {
  await db.$executeRaw`delete from person_role where role = 'reviewer'`;
  const [busy, expert, idle, member] = await Promise.all(
    ["Busy", "Expert", "Idle", "Member"].map((name) => hire({ name, roles: ["reviewer"] })),
  );
  const { id: categoryId } = await db.category.create({ data: { name: `Parks ${randomUUID()}` } });
  const { id: groupId } = await db.reviewerGroup.create({ data: { name: `Greens ${randomUUID()}` } });
  await db.reviewerGroupMember.create({ data: { groupId, personId: member?.id ?? "" } });
  const load = async (owner: Actor | undefined, count: number) => {
    for (let n = 0; n < count; n++) {
      const { id } = await givenIdea();
      await db.review.update({ where: { ideaId: id }, data: { ownerId: owner?.id ?? "" } });
    }
  };
  await load(busy, 2);
  await load(member, 3);
  await load(expert, 1);
  const decided = await givenIdea({ categoryId });
  await db.decision.create({
    data: { ideaId: decided.id, toStatus: "submitted", decidedById: expert?.id ?? "", decidedAt: new Date() },
  });
  const { id } = await givenIdea({ categoryId });
  await db.review.update({ where: { ideaId: id }, data: { groupId } });

  const found = await candidatesFor(marta, id);

  expect(found.map(({ name, load }) => `${name} ${load}`)).toEqual(["Member 3", "Expert 1", "Idle 0", "Busy 2"]);
  expect(found.map(({ isSuggested }) => isSuggested)).toEqual([true, false, false, false]);
  expect(idle).toBeDefined();
});

it("shows on the board where every idea stands, and of what is over only the last month", async () => {
  const [fresh, accepted, lately, longAgo] = [
    await givenIdea(),
    await givenIdea({ status: "accepted" }),
    await givenIdea({ status: "declined" }),
    await givenIdea({ status: "declined" }),
  ];
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await db.review.update({ where: { ideaId: lately.id }, data: { endedAt: daysAgo(3) } });
  await db.review.update({ where: { ideaId: longAgo.id }, data: { endedAt: daysAgo(40) } });

  const { columns } = await findBoard(marta, "all");

  expect(
    Object.fromEntries(columns.map(({ status, count, cards }) => [status, [count, cards.map(({ id }) => id)]])),
  ).toEqual({
    submitted: [1, [fresh.id]],
    in_review: [0, []],
    accepted: [1, [accepted.id]],
    in_progress: [0, []],
    implemented: [0, []],
    declined: [1, [lately.id]],
  });
  await expect(findBoard(await hire(), "all")).rejects.toMatchObject({ code: "forbidden" });
});
