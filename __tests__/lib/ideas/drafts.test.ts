import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { discardDraft, editIdea, saveDraft } from "@/lib/ideas/commands";
import { findIdea, listDrafts } from "@/lib/ideas/queries";
import { draftInput, submissionInput } from "@/lib/ideas/schema";
import { db } from "@/lib/platform/db/client";
import { submitIdea } from "@/lib/workflow/submit-idea";
import { eventsOf, hire } from "../../support/database";

const keep = (who: Actor, written: object) => saveDraft(who, draftInput.parse({ language: "es", ...written }));
const submit = (who: Actor, written: object) =>
  submitIdea(who, submissionInput.parse({ title: "Racks for bicycles", language: "en", ...written }));

it("keeps anything, also nothing yet, and goes on from there", async () => {
  const ana = await hire();
  const { ideaId } = await keep(ana, {});

  await keep(ana, { ideaId, title: "Bici", tags: "transporte, bicicl" });

  expect(await findIdea(ana, ideaId)).toMatchObject({ status: "draft", title: "Bici", tags: ["transporte", "bicicl"] });
  expect(await listDrafts(ana)).toMatchObject([{ id: ideaId, title: "Bici" }]);
});

it("begins one draft however many first saves with the same id arrive at once", async () => {
  const ana = await hire();
  const ideaId = randomUUID();

  await Promise.all(Array.from({ length: 8 }, () => keep(ana, { ideaId, title: "Racks" })));

  expect(await listDrafts(ana)).toHaveLength(1);
});

it("shows a draft to nobody else: no page, no list, no search, no tag", async () => {
  const ana = await hire();
  const { ideaId } = await keep(ana, { title: "Zeppelinflug", body: "Zeppelinhafen", tags: "zeppelin" });
  const boss = await hire({ roles: ["employee", "administrator", "moderator", "executive", "reviewer"] });

  await expect(findIdea(boss, ideaId)).rejects.toMatchObject({ code: "not_found" });
  await expect(keep(boss, { ideaId, title: "Mine" })).rejects.toMatchObject({ code: "not_found" });
  await expect(submit(boss, { ideaId })).rejects.toMatchObject({ code: "not_found" });
  await discardDraft(boss, { ideaId });
  expect(await listDrafts(boss)).toEqual([]);
  expect(await listDrafts(ana)).toMatchObject([{ title: "Zeppelinflug" }]);
  expect(await db.searchWord.count({ where: { word: { startsWith: "zeppelin" } } })).toBe(0);
  expect(await db.ideaSearch.count({ where: { ideaId } })).toBe(0);
  expect(await db.tag.count({ where: { name: { startsWith: "zeppelin" } } })).toBe(0);
  expect(await eventsOf(ideaId)).toEqual([]);
});

it("becomes an idea under the same id, followed by its author and found by its words", async () => {
  const ana = await hire();
  const { ideaId } = await keep(ana, { title: "Rack", tags: "bici" });

  expect(await submit(ana, { ideaId, tags: ["bicycles"] })).toEqual({ ideaId });

  expect(await findIdea(await hire(), ideaId)).toMatchObject({
    status: "submitted",
    tags: ["bicycles"],
    version: 1,
    editedAt: null,
  });
  expect(await db.follow.count({ where: { ideaId, personId: ana.id } })).toBe(1);
  expect(await db.ideaSearch.count({ where: { ideaId } })).toBe(1);
  expect(await eventsOf(ideaId)).toContain("idea.submitted");
});

it("refuses a save that comes after the submission, and the idea stays as submitted", async () => {
  const ana = await hire();
  const { ideaId } = await keep(ana, { title: "Racks" });
  await submit(ana, { ideaId });

  await expect(keep(ana, { ideaId, title: "Late" })).rejects.toMatchObject({ reason: "ideas.alreadySubmitted" });

  expect(await findIdea(ana, ideaId)).toMatchObject({ title: "Racks for bicycles", status: "submitted" });
});

it("never lets a save in flight overwrite the submission", async () => {
  const ana = await hire();
  for (let race = 0; race < 60; race++) {
    const { ideaId } = await keep(ana, { title: "Racks" });
    await Promise.allSettled([
      keep(ana, { ideaId, title: "Late", tags: "late" }),
      submit(ana, { ideaId }),
      keep(ana, { ideaId, title: "Later" }),
    ]);
    expect(await findIdea(ana, ideaId)).toMatchObject({ status: "submitted", title: "Racks for bicycles", tags: [] });
  }
}, 30_000);

it("answers a submission that is sent twice with the same idea", async () => {
  const ana = await hire();
  const ideaId = randomUUID();

  const answers = await Promise.all(Array.from({ length: 5 }, () => submit(ana, { ideaId, body: "Once." })));

  expect(answers).toEqual(Array(5).fill({ ideaId }));
  expect((await eventsOf(ideaId)).filter((type) => type === "idea.submitted")).toHaveLength(1);
});

it("refuses another text under the id of an idea that is out already", async () => {
  const ana = await hire();
  const { ideaId } = await submit(ana, {});

  await expect(submit(ana, { ideaId, body: "Other." })).rejects.toMatchObject({ reason: "ideas.alreadySubmitted" });
});

it("tells an older tab that another one has saved since", async () => {
  const ana = await hire();
  const { ideaId, version } = await keep(ana, { title: "Racks" });
  await keep(ana, { ideaId, version, title: "From the other tab" });

  await expect(keep(ana, { ideaId, version, title: "Old" })).rejects.toMatchObject({
    code: "conflict",
    reason: "ideas.draftChangedElsewhere",
  });
  expect(await findIdea(ana, ideaId)).toMatchObject({ title: "From the other tab" });
});

it("is not edited like an idea that others have read", async () => {
  const ana = await hire();
  const { ideaId } = await keep(ana, { title: "Racks" });

  await expect(editIdea(ana, { ideaId, version: 1, body: "x" })).rejects.toMatchObject({ code: "conflict" });
});

it("goes for good when its author discards it", async () => {
  const ana = await hire();
  const { ideaId } = await keep(ana, { title: "Racks" });

  await discardDraft(ana, { ideaId });
  await discardDraft(ana, { ideaId });

  await expect(findIdea(ana, ideaId)).rejects.toMatchObject({ code: "not_found" });
});
