import { givenIdea, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { findIdea } from "@/lib/ideas/queries";
import { submissionInput } from "@/lib/ideas/schema";
import { db } from "@/lib/platform/db/client";
import { isBusy } from "@/lib/platform/db/is-busy";
import { submitIdea } from "@/lib/workflow/submit-idea";

beforeEach(async () => {
  await db.routingRule.deleteMany();
  await db.review.updateMany({ data: { ownerId: null, groupId: null } });
  await db.reviewerGroup.deleteMany();
  await db.reviewerTurn.deleteMany();
  await db.personRole.deleteMany({ where: { role: "reviewer" } });
  await db.idea.updateMany({ data: { categoryId: null, departmentId: null, placeId: null } });
  await db.category.deleteMany();
  await db.person.updateMany({ data: { departmentId: null } });
  await db.department.deleteMany();
});

const reviewer = (name: string) => hire({ name, roles: ["employee", "reviewer"] });
const category = async (name: string) => (await db.category.create({ data: { name } })).id;
const department = async (name: string, parentId: string | null = null) =>
  (await db.department.create({ data: { name, parentId } })).id;
const group = async (name: string, members: Actor[]) =>
  (await db.reviewerGroup.create({ data: { name, members: { create: members.map(({ id }) => ({ personId: id })) } } }))
    .id;
const rule = (position: number, to: object) => db.routingRule.create({ data: { position, ...to } });

async function submitted(about: object = {}, author?: Actor) {
  const { ideaId } = await submitIdea(
    author ?? (await hire()),
    submissionInput.parse({ title: "Racks for bicycles", language: "en", ...about }),
  );
  return ideaId;
}

/** Comes again as long as too many others are there. */
const patiently = (deed: () => Promise<string>): Promise<string> =>
  deed().catch((error) => (isBusy(error) ? patiently(deed) : Promise.reject(error)));

const ownerOf = async (ideaId: string) => (await findIdea(await hire(), ideaId)).review?.owner?.name;
const sent = async (about: object = {}, author?: Actor) => ownerOf(await submitted(about, author));

it("goes to whom the rule for its category names", async () => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  const [parks, streets] = [await category("Parks"), await category("Streets")];
  await rule(1, { categoryId: parks, ownerId: marta.id });
  await rule(2, { categoryId: streets, ownerId: olga.id });

  expect(await sent({ categoryId: streets })).toBe("Olga");
  expect(await sent({ categoryId: parks })).toBe("Marta");
});

it("a rule for a department is one for all below it", async () => {
  const [, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  const works = await department("Works");
  const roads = await department("Roads", works);
  const bridges = await department("Bridges", roads);
  await rule(1, { departmentId: works, ownerId: olga.id });

  expect([await sent({ departmentId: bridges }), await sent({ departmentId: works })]).toEqual(["Olga", "Olga"]);
});

it("a rule for a branch is none for what lies above or beside it", async () => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  const works = await department("Works");
  const roads = await department("Roads", works);
  await rule(1, { departmentId: roads, ownerId: olga.id });
  await rule(2, { ownerId: marta.id });

  expect([await sent({ departmentId: works }), await sent()]).toEqual(["Marta", "Marta"]);
});

it("the first rule that fits decides, and one for everything comes last wherever it stands", async () => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  const [parks, works] = [await category("Parks"), await department("Works")];
  await rule(0, { ownerId: marta.id });
  await rule(2, { departmentId: works, ownerId: marta.id });
  await rule(1, { categoryId: parks, ownerId: olga.id });

  expect(await sent({ categoryId: parks, departmentId: works })).toBe("Olga");
});

it("a rule with two conditions fits only what meets both", async () => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  const [parks, works] = [await category("Parks"), await department("Works")];
  await rule(1, { categoryId: parks, departmentId: works, ownerId: olga.id });
  await rule(2, { ownerId: marta.id });

  expect([await sent({ categoryId: parks }), await sent({ categoryId: parks, departmentId: works })]).toEqual([
    "Marta",
    "Olga",
  ]);
});

it.each([
  ["suspended", { status: "suspended" as const }],
  ["no reviewer any more", { roles: { deleteMany: { role: "reviewer" as const } } }],
])("passes over an owner who is %s", async (_, change) => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  const parks = await category("Parks");
  await rule(1, { categoryId: parks, ownerId: olga.id });
  await db.person.update({ where: { id: olga.id }, data: change });

  expect(await sent({ categoryId: parks })).toBe(marta.name);
});

it("never goes to its author", async () => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  await rule(1, { ownerId: olga.id });

  expect(await sent({}, olga)).toBe("Marta");
  expect(await sent({}, marta)).toBe("Olga");
});

it("has no owner where only its author reviews", async () => {
  const marta = await reviewer("Marta");

  expect(await sent({}, marta)).toBeUndefined();
});

it("in a group it goes to whoever has fewest open ideas; decided ones do not count", async () => {
  const [marta, olga] = [await reviewer("Marta"), await reviewer("Olga")];
  await reviewer("Somebody with nothing to do");
  const groupId = await group("Works", [marta, olga]);
  await rule(1, { groupId });
  const owned = async (ownerId: string, status: "submitted" | "declined") => {
    const { id } = await givenIdea({ status });
    await db.review.update({ where: { ideaId: id }, data: { ownerId } });
  };
  await owned(marta.id, "submitted");
  for (let decided = 0; decided < 3; decided++) await owned(olga.id, "declined");

  const ideaId = await submitted();
  expect(await ownerOf(ideaId)).toBe("Olga");
  expect((await findIdea(marta, ideaId)).review?.group?.name).toBe("Works");
});

it("of two with as many open ideas, the one who has waited longer gets the next", async () => {
  const three = [await reviewer("Marta"), await reviewer("Olga"), await reviewer("Pau")];
  await rule(1, { groupId: await group("Works", three) });
  const turns: (string | undefined)[] = [];
  for (let n = 0; n < 6; n++) {
    turns.push(await sent());
    // Decided at once, so that nobody ever has more open than the others.
    await db.review.updateMany({ data: { decidedAt: new Date() } });
  }

  expect(new Set(turns.slice(0, 3)).size).toBe(3);
  expect(turns.slice(3)).toEqual(turns.slice(0, 3));
});

it("50 ideas at the same moment are spread evenly", async () => {
  const five = await Promise.all(["A", "B", "C", "D", "E"].map(reviewer));
  await rule(1, { groupId: await group("Works", five) });
  const authors = await Promise.all(Array.from({ length: 50 }, () => hire()));
  await Promise.all(authors.map((author) => patiently(() => submitted({}, author))));

  const loads = await db.review.groupBy({ by: ["ownerId"], where: { ownerId: { not: null } }, _count: true });
  expect(loads.map(({ _count }) => _count)).toEqual([10, 10, 10, 10, 10]);
});
