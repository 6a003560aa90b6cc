import { db } from "@/lib/platform/db/client";
import { newUnit, unitKinds } from "@/lib/settings/schema";
import { addUnit, listUnits, renameUnit } from "@/lib/settings/units";
import { eventsOf, hire } from "../../support/database";

const administrator = () => hire({ roles: ["administrator"] });
const named = (name: string, more = {}) => newUnit.parse({ kind: "department", name, ...more });

beforeEach(async () => {
  await db.person.deleteMany();
  await db.department.deleteMany();
  await db.category.deleteMany();
});

it("shows departments as a tree, siblings by name", async () => {
  const elena = await administrator();
  await addUnit(elena, named("Sales"));
  await addUnit(elena, named("Árbitros"));
  const { department } = await listUnits(elena);
  await addUnit(elena, named("North", { parentId: department[1]?.id }));
  await addUnit(elena, named("East", { parentId: department[1]?.id }));

  expect((await listUnits(elena)).department.map(({ name, depth }) => [name, depth])).toEqual([
    ["Árbitros", 0],
    ["Sales", 0],
    ["East", 1],
    ["North", 1],
  ]);
});

it.each(unitKinds)("adds and renames a %s, and remembers both", async (kind) => {
  const elena = await administrator();
  await addUnit(elena, named("Nort", { kind }));
  const id = (await listUnits(elena))[kind].find(({ name }) => name === "Nort")?.id ?? "";

  await renameUnit(elena, { kind, id, name: `North ${kind}` });

  expect((await listUnits(elena))[kind].map(({ name }) => name)).toContain(`North ${kind}`);
  expect(await eventsOf(id)).toEqual(["unit.added", "unit.renamed"]);
});

it("refuses a name that a sibling has, on its field", async () => {
  const elena = await administrator();
  await addUnit(elena, named("Sales"));
  await addUnit(elena, named("Purchasing"));
  const { department } = await listUnits(elena);
  const taken = { code: "conflict", fields: { name: "settings.nameTaken" } };

  await expect(addUnit(elena, named("Sales"))).rejects.toMatchObject(taken);
  await expect(
    renameUnit(elena, { kind: "department", id: department[0]?.id ?? "", name: "Sales" }),
  ).rejects.toMatchObject(taken);
});

it("hangs nothing on what is not there", async () => {
  const elena = await administrator();
  const nothing = "00000000-0000-4000-8000-000000000000";

  await expect(addUnit(elena, named("North", { parentId: nothing }))).rejects.toMatchObject({ code: "not_found" });
  await expect(renameUnit(elena, { kind: "place", id: nothing, name: "North" })).rejects.toMatchObject({
    code: "not_found",
  });
});

it("is for administrators alone", async () => {
  const others = await hire({ roles: ["employee", "reviewer", "executive", "communicator", "moderator"] });

  await expect(listUnits(others)).rejects.toMatchObject({ code: "forbidden" });
  await expect(addUnit(others, named("Sales"))).rejects.toMatchObject({ code: "forbidden" });
});
