import fc from "fast-check";
import type { Actor } from "@/lib/access/actor";
import { editIdea } from "@/lib/ideas/commands";
import { findEdit, findIdea, listRevisions } from "@/lib/ideas/queries";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { eventsOf, givenIdea, hire } from "../../support/database";

const title = "Covered bicycle racks at the north gate";
const edit = (who: Actor, ideaId: string, version = 1, changes = {}) =>
  editIdea(who, { ideaId, version, title, ...changes });

it("changes what is given and leaves the rest as it was", async () => {
  const ana = await hire();
  const idea = await givenIdea({ author: ana, body: "Rain ruins the saddles." });

  await edit(ana, idea.id, 1, { tags: ["bicycles"] });

  expect(await findIdea(ana, idea.id)).toMatchObject({
    title,
    body: "Rain ruins the saddles.",
    tags: ["bicycles"],
    version: 2,
    editedAt: expect.any(Date),
  });
  expect(await eventsOf(idea.id)).toEqual(["idea.edited"]);
});

it("keeps how it read before, and who changed it, for everybody to see", async () => {
  const ana = await hire();
  const idea = await givenIdea({ author: ana, title: "Bicycle racks at the gate", body: "One." });
  await edit(ana, idea.id, 1, { body: "Two." });
  await edit(ana, idea.id, 2, { body: "Three." });
  const reader = await hire();

  expect(await listRevisions(reader, idea.id)).toMatchObject([{ version: 2 }, { version: 1, editor: { id: ana.id } }]);
  expect(await findEdit(reader, { ideaId: idea.id, version: 1 })).toMatchObject({
    before: { title: "Bicycle racks at the gate", body: "One." },
    after: { title, body: "Two." },
  });
  expect(await findEdit(reader, { ideaId: idea.id, version: 2 })).toMatchObject({ after: { body: "Three." } });
});

it("records nothing when nothing was changed", async () => {
  const ana = await hire();
  const idea = await givenIdea({ author: ana, title });

  await edit(ana, idea.id);

  expect(await findIdea(ana, idea.id)).toMatchObject({ version: 1, editedAt: null });
  expect(await eventsOf(idea.id)).toEqual([]);
});

it("refuses an edit that started from an older version", async () => {
  const ana = await hire();
  const idea = await givenIdea({ author: ana });
  await edit(ana, idea.id);

  await expect(edit(ana, idea.id, 1, { body: "Late." })).rejects.toMatchObject({
    code: "conflict",
    reason: "ideas.changedMeanwhile",
  });
});

it("lets exactly one of several simultaneous edits win, and loses no version", async () => {
  const ana = await hire();
  const { id } = await givenIdea({ author: ana, body: "0" });

  for (let version = 1; version <= 250; version++) {
    const outcomes = await Promise.allSettled([
      edit(ana, id, version, { body: `${version} left` }),
      edit(ana, id, version, { body: `${version} right` }),
    ]);
    expect(outcomes.map((one) => (one.status === "fulfilled" ? "won" : one.reason.reason)).toSorted()).toEqual([
      "ideas.changedMeanwhile",
      "won",
    ]);
  }
  expect(await listRevisions(ana, id)).toHaveLength(250);
  expect(await eventsOf(id)).toHaveLength(250);
}, 60_000);

it("lets the author and moderators edit, and nobody else", async () => {
  const idea = await givenIdea();
  const who = async (role: "moderator" | "reviewer" | "administrator") => edit(await hire({ roles: [role] }), idea.id);

  await expect(who("reviewer")).rejects.toMatchObject({ code: "forbidden" });
  await expect(who("administrator")).rejects.toMatchObject({ code: "forbidden" });
  await expect(who("moderator")).resolves.toEqual({ ideaId: idea.id, version: 2 });
});

it.each<IdeaStatus>(["in_review", "accepted", "in_progress", "implemented", "declined", "withdrawn", "archived"])(
  "refuses edits once an idea is %s",
  async (status) => {
    const ana = await hire();
    const idea = await givenIdea({ author: ana, status });

    await expect(edit(ana, idea.id)).rejects.toMatchObject({ code: "conflict", reason: "ideas.notEditable" });
  },
);

it.each(["categoryId", "departmentId", "placeId"])(
  "names the field of an unknown %s, and changes nothing",
  async (field) => {
    const ana = await hire();
    const idea = await givenIdea({ author: ana });
    const before = await findIdea(ana, idea.id);

    await expect(edit(ana, idea.id, 1, { [field]: crypto.randomUUID(), tags: ["new-tag"] })).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: "validation.unknownChoice" },
    });
    expect(await findIdea(ana, idea.id)).toEqual(before);
    expect(await db.tag.count({ where: { name: "new-tag" } })).toBe(0);
  },
);

it("gives an idea the tags it has last been given, whatever they were before", async () => {
  const ana = await hire();
  const { id } = await givenIdea({ author: ana });
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
  let version = 1;

  await fc.assert(
    fc.asyncProperty(names, fc.nat(), async (tags, body) => {
      await edit(ana, id, version, { tags, body: `${version} ${body}` });
      version++;
      expect((await findIdea(ana, id)).tags).toEqual(tags.toSorted());
    }),
    { numRuns: 30 },
  );
});
