import { actorOfSession, startSession } from "@/lib/access/session";
import { actorOfToken, issueToken } from "@/lib/access/tokens";
import { addPerson, changePerson, reactivatePerson, suspendPerson } from "@/lib/people/commands";
import { findPerson } from "@/lib/people/queries";
import { newPerson } from "@/lib/people/schema";
import { db } from "@/lib/platform/db/client";
import { eventsOf, hire } from "../../support/database";

const administrator = () => hire({ name: "Elena", roles: ["employee", "administrator"] });
const nowhere = { departmentId: null, placeId: null, levelId: null, joinedOn: null };
const rita = { name: "Rita", email: "rita@example.org", roles: ["employee" as const], ...nowhere };

beforeEach(() => db.person.deleteMany());

it("gives somebody an account", async () => {
  const elena = await administrator();

  const { personId } = await addPerson(elena, { ...rita, roles: ["employee", "reviewer"] });

  expect(await findPerson(elena, personId)).toMatchObject({ name: "Rita", roles: ["employee", "reviewer"] });
  expect(await eventsOf(personId)).toEqual(["person.added"]);
});

it("gives no second account for one address, in whatever case of letters", async () => {
  const elena = await administrator();
  await addPerson(elena, rita);

  await expect(addPerson(elena, { ...rita, email: "RITA@example.org" })).rejects.toMatchObject({
    code: "conflict",
    fields: { email: "people.emailTaken" },
  });
});

it("changes what somebody may do from their very next request", async () => {
  const elena = await administrator();
  const ana = await hire();
  const { secret } = await startSession({ personId: ana.id, by: "mail", browser: "" });

  await changePerson(elena, { personId: ana.id, name: "Ana Rojas", roles: ["employee", "moderator"], ...nowhere });

  expect(await actorOfSession(secret, "en")).toMatchObject({
    name: "Ana Rojas",
    roles: new Set(["employee", "moderator"]),
  });
  expect(await eventsOf(ana.id)).toEqual(["person.signedIn", "person.rolesChanged", "person.changed"]);
});

it("refuses a department that is not there, on its field", async () => {
  const elena = await administrator();
  const departmentId = "00000000-0000-4000-8000-000000000000";

  await expect(addPerson(elena, { ...rita, departmentId })).rejects.toMatchObject({
    fields: { departmentId: "validation.unknownChoice" },
  });
});

it("ends all sessions, tokens and links of a suspended person at once", async () => {
  const elena = await administrator();
  const ana = await hire({ email: "ana@example.org" });
  const { secret } = await startSession({ personId: ana.id, by: "mail", browser: "" });
  const token = await issueToken(ana, ana.id, { name: "Report", scopes: ["read"], days: 1 });
  await db.signInToken.create({
    data: { tokenHash: "t", email: "ana@example.org", expiresAt: new Date("2100-01-01") },
  });

  await suspendPerson(elena, { personId: ana.id });

  expect(await actorOfSession(secret, "en")).toBeNull();
  expect(await actorOfToken(token, "read", "en")).toBeNull();
  expect(await db.signInToken.count()).toBe(0);
  expect(await eventsOf(ana.id)).toContain("person.suspended");
});

it("lets somebody in again, but not with what they had before", async () => {
  const elena = await administrator();
  const ana = await hire();
  const { secret } = await startSession({ personId: ana.id, by: "mail", browser: "" });
  const token = await issueToken(ana, ana.id, { name: "Report", scopes: ["read"], days: 1 });
  await suspendPerson(elena, { personId: ana.id });

  await reactivatePerson(elena, { personId: ana.id });

  expect((await findPerson(elena, ana.id)).status).toBe("active");
  expect(await actorOfSession(secret, "en")).toBeNull();
  expect(await actorOfToken(token, "read", "en")).toBeNull();
});

it("never lets the last administrator go", async () => {
  const elena = await administrator();

  await expect(
    changePerson(elena, { personId: elena.id, name: "Elena", roles: ["employee"], ...nowhere }),
  ).rejects.toMatchObject({ reason: "people.lastAdministrator" });
  await expect(suspendPerson(elena, { personId: elena.id })).rejects.toMatchObject({ reason: "people.notYourself" });
});

it("keeps one administrator when two suspend each other at the same moment", async () => {
  const [elena, eva] = [await administrator(), await administrator()];

  const deeds = await Promise.allSettled([
    suspendPerson(elena, { personId: eva.id }),
    suspendPerson(eva, { personId: elena.id }),
  ]);

  expect(deeds.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.person.count({ where: { status: "active" } })).toBe(1);
});

it("does not manage pseudonyms that came with an import", async () => {
  const elena = await administrator();
  const pseudonym = await hire({ email: null, status: "imported" });

  await expect(reactivatePerson(elena, { personId: pseudonym.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(startSession({ personId: pseudonym.id, by: "mail", browser: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("is for administrators alone", async () => {
  const others = await hire({ roles: ["employee", "reviewer", "executive", "communicator", "moderator"] });
  const { id: personId } = await hire();
  const forbidden = { code: "forbidden" };

  await expect(addPerson(others, rita)).rejects.toMatchObject(forbidden);
  await expect(changePerson(others, { personId, ...rita })).rejects.toMatchObject(forbidden);
  await expect(suspendPerson(others, { personId })).rejects.toMatchObject(forbidden);
  await expect(reactivatePerson(others, { personId })).rejects.toMatchObject(forbidden);
});

it("takes from the form only what the form has", () => {
  const form = { name: "Rita", email: "rita@example.org", departmentId: "", placeId: "", reviewer: "on" };

  expect(newPerson.parse(form)).toEqual({ ...rita, roles: ["reviewer"] });
  expect(newPerson.safeParse({ ...form, status: "active" }).success).toBe(false);
  expect(newPerson.safeParse({ ...form, owner: "on" }).success).toBe(false);
});
