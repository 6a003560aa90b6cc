import { listPeople } from "@/lib/people/queries";
import { db } from "@/lib/platform/db/client";
import { hire } from "../../support/database";

const administrator = () => hire({ name: "Zoe", roles: ["administrator"] });

beforeEach(() => db.person.deleteMany());

const namesOf = ({ people }: Awaited<ReturnType<typeof listPeople>>) => people.map(({ name }) => name);

it("lists people by name as people read it, without pseudonyms", async () => {
  const zoe = await administrator();
  for (const name of ["Bruno", "Álvaro", "ana"]) await hire({ name });
  await hire({ name: "citizen_4711", email: null, status: "imported" });

  expect(namesOf(await listPeople(zoe, { q: "" }))).toEqual(["Álvaro", "ana", "Bruno", "Zoe"]);
});

it("finds people by a part of the name, without accents, or of the address", async () => {
  const zoe = await administrator();
  await hire({ name: "Álvaro Núñez" });
  await hire({ name: "Bruno", email: "bd@example.org" });

  expect(namesOf(await listPeople(zoe, { q: "alvaro nu" }))).toEqual(["Álvaro Núñez"]);
  expect(namesOf(await listPeople(zoe, { q: "BD@" }))).toEqual(["Bruno"]);
  expect(namesOf(await listPeople(zoe, { q: "%" }))).toEqual([]);
});

it("pages through everybody exactly once, while others join", async () => {
  const zoe = await administrator();
  for (let i = 0; i < 60; i++) await hire({ name: `Same name ${i % 3}` });

  const first = await listPeople(zoe, { q: "" });
  await hire({ name: "Aaron" });
  const second = await listPeople(zoe, { q: "", after: first.next ?? undefined });

  const seen = [...first.people, ...second.people].map(({ id }) => id);
  expect(first.people).toHaveLength(50);
  expect(second.next).toBeNull();
  expect(new Set(seen).size).toBe(61);
  expect(seen).toHaveLength(61);
});

it("is for administrators alone", async () => {
  await expect(listPeople(await hire(), { q: "" })).rejects.toMatchObject({ code: "forbidden" });
});
