import { eventsOf, hire } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { addPerson, changePerson } from "@/lib/people/commands";
import { addLevel, listLevels, raiseLevel, removeLevel, renameLevel } from "@/lib/people/levels";
import { findPerson } from "@/lib/people/queries";
import { newPerson } from "@/lib/people/schema";
import { db } from "@/lib/platform/db/client";

let elena: Actor;
beforeEach(async () => {
  elena = await hire({ roles: ["administrator"] });
  await db.level.deleteMany();
});

const given = async (...names: string[]) => {
  for (const name of names) await addLevel(elena, { name });
  return (await listLevels(elena)).map(({ id }) => id);
};
const names = async () => (await listLevels(elena)).map(({ name }) => name);

it("keeps levels from the top down, a new one lowest, and raises them one step at a time", async () => {
  const [top = "", , low = ""] = await given("Director", "Manager", "Team lead");
  await raiseLevel(elena, { levelId: low });
  await raiseLevel(elena, { levelId: top });

  expect(await names()).toEqual(["Director", "Team lead", "Manager"]);
});

it("renames a level, but gives no two the same name", async () => {
  const [levelId = ""] = await given("Boss", "Manager");
  await renameLevel(elena, { levelId, name: "Director" });

  expect(await names()).toEqual(["Director", "Manager"]);
  expect(await eventsOf(levelId)).toEqual(["level.added", "level.renamed"]);
  await expect(renameLevel(elena, { levelId, name: "manager" })).rejects.toMatchObject({
    fields: { name: "settings.nameTaken" },
  });
});

it("removes a level only when nobody stands on it", async () => {
  const [levelId = ""] = await given("Manager");
  const ana = await hire();
  const known = { personId: ana.id, name: "Ana", departmentId: null, placeId: null, roles: ["employee" as const] };
  await changePerson(elena, { ...known, levelId, joinedOn: "2019-03-01" });

  expect(await listLevels(elena)).toMatchObject([{ people: 1 }]);
  await expect(removeLevel(elena, { levelId })).rejects.toMatchObject({ reason: "people.levelInUse" });
  await changePerson(elena, { ...known, levelId: null, joinedOn: null });
  await removeLevel(elena, { levelId });
  expect(await names()).toEqual([]);
});

it("writes down at which level somebody works and since when they belong to the organisation", async () => {
  const [levelId = ""] = await given("Manager");
  const form = {
    name: "Rita",
    email: "rita.level@example.org",
    departmentId: "",
    placeId: "",
    levelId,
    joinedOn: "2020-02-29",
  };
  const { personId } = await addPerson(elena, newPerson.parse(form));

  expect(await findPerson(elena, personId)).toMatchObject({ levelId, joinedOn: "2020-02-29" });
  expect(newPerson.safeParse({ ...form, joinedOn: "2021-02-29" }).success).toBe(false);
  expect(newPerson.safeParse({ ...form, joinedOn: "1020-02-28" }).success).toBe(false);
});

it("is for administrators alone, and takes no level that is not there", async () => {
  const ana = await hire({ roles: ["employee", "executive", "reviewer"] });
  const nowhere = { name: "Eva", departmentId: null, placeId: null, joinedOn: null, roles: [] };

  await expect(addLevel(ana, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(changePerson(elena, { ...nowhere, personId: ana.id, levelId: ana.id })).rejects.toMatchObject({
    fields: { levelId: "validation.unknownChoice" },
  });
});
