import { eventsOf, givenIdea, hire } from "@/__tests__/support/database";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { addGroup, addMember, removeGroup, removeMember, renameGroup } from "@/lib/workflow/reviewer-groups";
import { findRouting } from "@/lib/workflow/routing";
import { addRule, raiseRule, removeRule } from "@/lib/workflow/routing-rules";
import { newRule } from "@/lib/workflow/schema";

beforeEach(async () => {
  await db.routingRule.deleteMany();
  await db.idea.deleteMany();
  await db.reviewerGroup.deleteMany();
  await db.category.deleteMany();
  await db.personRole.deleteMany({ where: { role: "reviewer" } });
});

const administrator = () => hire({ name: "Elena", roles: ["administrator"] });
const reviewer = (name: string) => hire({ name, roles: ["employee", "reviewer"] });
const category = async (name: string) => (await db.category.create({ data: { name } })).id;
const rule = (to: string, about = {}) => parse(newRule, { to, ...about });

async function rulesFor(...names: string[]) {
  const elena = await administrator();
  const marta = await reviewer("Marta");
  for (const name of names) await addRule(elena, rule(`person:${marta.id}`, { categoryId: await category(name) }));
  const inOrder = async () => (await findRouting(elena)).rules.map((one) => one.category ?? "everything");
  return { elena, marta, inOrder };
}

it("adds rules one after the other, and the one for everything stays last", async () => {
  const { elena, marta, inOrder } = await rulesFor("Parks");
  await addRule(elena, rule(`person:${marta.id}`));
  await addRule(elena, rule(`person:${marta.id}`, { categoryId: await category("Streets") }));

  expect(await inOrder()).toEqual(["Parks", "Streets", "everything"]);
});

it("moves a rule above the one before it, and the first one nowhere", async () => {
  const { elena, inOrder } = await rulesFor("A", "B", "C");
  const [a, , c] = (await findRouting(elena)).rules;
  await raiseRule(elena, { ruleId: c?.id ?? "" });
  await raiseRule(elena, { ruleId: a?.id ?? "" });

  expect(await inOrder()).toEqual(["A", "C", "B"]);
  expect(await eventsOf(c?.id ?? "")).toEqual(["rule.added", "rule.raised"]);
  expect(await eventsOf(a?.id ?? "")).toEqual(["rule.added"]);
});

it("keeps one order when many change it at the same moment", async () => {
  const { elena } = await rulesFor("A", "B", "C", "D");
  const { rules } = await findRouting(elena);
  await Promise.all(rules.flatMap(({ id }) => [1, 2].map(() => raiseRule(elena, { ruleId: id }))));

  const positions = (await db.routingRule.findMany()).map(({ position }) => position);
  expect(positions.toSorted()).toEqual([1, 2, 3, 4]);
});

it("refuses a second rule for the same, and a recipient who cannot review", async () => {
  const { elena, marta } = await rulesFor("A");
  const ana = await hire({ name: "Ana" });
  await addRule(elena, rule(`person:${marta.id}`));

  await expect(addRule(elena, rule(`person:${marta.id}`))).rejects.toMatchObject({ reason: "routing.ruleTaken" });
  await expect(addRule(elena, rule(`person:${ana.id}`))).rejects.toMatchObject({
    fields: { to: "routing.noReviewer" },
  });
  expect(() => rule("everybody")).toThrow();
});

it("says of a rule that nobody whom it names can review", async () => {
  const { elena, marta } = await rulesFor("A");
  await db.person.update({ where: { id: marta.id }, data: { status: "suspended" } });

  expect((await findRouting(elena)).rules).toMatchObject([{ to: "Marta", isDead: true }]);
});

it("removes a rule, and remembers what it said", async () => {
  const { elena } = await rulesFor("A");
  const [{ id: ruleId } = { id: "" }] = (await findRouting(elena)).rules;
  await removeRule(elena, { ruleId });

  expect((await findRouting(elena)).rules).toEqual([]);
  expect(await eventsOf(ruleId)).toEqual(["rule.added", "rule.removed"]);
  await expect(removeRule(elena, { ruleId })).rejects.toMatchObject({ code: "not_found" });
});

it("founds a group, fills it with reviewers, and shows what is open at theirs", async () => {
  const [elena, marta, olga] = [await administrator(), await reviewer("Marta"), await reviewer("Olga")];
  await addGroup(elena, { name: "Works" });
  const groupId = (await findRouting(elena)).groups[0]?.id ?? "";
  await addMember(elena, { groupId, personId: marta.id });
  await addMember(elena, { groupId, personId: marta.id });
  await addMember(elena, { groupId, personId: olga.id });
  await removeMember(elena, { groupId, personId: olga.id });
  const { id: ideaId } = await givenIdea();
  await db.review.update({ where: { ideaId }, data: { ownerId: marta.id } });

  expect((await findRouting(elena)).groups).toEqual([
    { id: groupId, name: "Works", members: [{ id: marta.id, name: "Marta", open: 1, isAway: false }] },
  ]);
  expect(await eventsOf(groupId)).toEqual([
    "group.added",
    "group.memberAdded",
    "group.memberAdded",
    "group.memberRemoved",
  ]);
});

it("takes nobody into a group who does not review, and no name twice", async () => {
  const [elena, ana] = [await administrator(), await hire()];
  await addGroup(elena, { name: "Works" });
  const groupId = (await findRouting(elena)).groups[0]?.id ?? "";

  await expect(addMember(elena, { groupId, personId: ana.id })).rejects.toMatchObject({
    fields: { personId: "routing.noReviewer" },
  });
  await expect(addGroup(elena, { name: "WORKS" })).rejects.toMatchObject({ fields: { name: "settings.nameTaken" } });
});

it("keeps a group as long as a rule sends ideas to it", async () => {
  const elena = await administrator();
  await addGroup(elena, { name: "Works" });
  const groupId = (await findRouting(elena)).groups[0]?.id ?? "";
  await addRule(elena, rule(`group:${groupId}`));
  await expect(removeGroup(elena, { groupId })).rejects.toMatchObject({ reason: "routing.groupInUse" });
  const [{ id: ruleId } = { id: "" }] = (await findRouting(elena)).rules;
  await removeRule(elena, { ruleId });
  await renameGroup(elena, { groupId, name: "Public works" });
  await removeGroup(elena, { groupId });

  expect((await findRouting(elena)).groups).toEqual([]);
});

it("lists open ideas that nobody answers for or that were promised nothing; imported ones are counted", async () => {
  const [elena, marta] = [await administrator(), await reviewer("Marta")];
  const due = { answerDueAt: new Date(), decisionDueAt: new Date() };
  const given = async (
    title: string,
    review: object,
    sourceId: string | null = null,
    status = "submitted" as const,
  ) => {
    const { id } = await givenIdea({ title, status });
    await db.review.update({ where: { ideaId: id }, data: review });
    await db.idea.update({ where: { id }, data: { sourceId } });
  };
  await db.importSource.upsert({
    where: { id: "elsewhere" },
    create: { id: "elsewhere", title: "Elsewhere", attribution: "Elsewhere", licence: "CC0" },
    update: {},
  });
  await given("well kept", { ownerId: marta.id, ...due });
  await given("without an owner", due);
  await given("without a promise", { ownerId: marta.id });
  await given("imported", {}, "elsewhere");
  await givenIdea({ title: "decided", status: "declined" });

  const { adrift, imported } = await findRouting(elena);
  expect(adrift.map(({ title, hasOwner, isPromised }) => [title, hasOwner, isPromised])).toEqual([
    ["without an owner", false, true],
    ["without a promise", true, false],
  ]);
  expect(imported).toBe(1);
});

it("is for administrators", async () => {
  const marta = await reviewer("Marta");
  const forbidden = { code: "forbidden" };
  const [groupId, ruleId] = [marta.id, marta.id];

  await expect(findRouting(marta)).rejects.toMatchObject(forbidden);
  await expect(addRule(marta, rule(`person:${marta.id}`))).rejects.toMatchObject(forbidden);
  await expect(raiseRule(marta, { ruleId })).rejects.toMatchObject(forbidden);
  await expect(removeRule(marta, { ruleId })).rejects.toMatchObject(forbidden);
  await expect(addGroup(marta, { name: "Works" })).rejects.toMatchObject(forbidden);
  await expect(renameGroup(marta, { groupId, name: "Works" })).rejects.toMatchObject(forbidden);
  await expect(removeGroup(marta, { groupId })).rejects.toMatchObject(forbidden);
  await expect(addMember(marta, { groupId, personId: marta.id })).rejects.toMatchObject(forbidden);
  await expect(removeMember(marta, { groupId, personId: marta.id })).rejects.toMatchObject(forbidden);
});
