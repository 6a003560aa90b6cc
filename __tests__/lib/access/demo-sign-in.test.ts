import { listDemoPeople, signInAsDemo } from "@/lib/access/demo-sign-in";
import { db } from "@/lib/platform/db/client";
import { isDemo } from "@/lib/platform/demo";
import { forgetEnv } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/locales";
import { hire } from "../../support/database";

async function given({ setting = "true", address = "http://localhost:3000", filled = true }) {
  process.env.TORMENTA_DEMO = setting;
  process.env.NEXTAUTH_URL = address;
  forgetEnv();
  await hire();
  await db.organisation.updateMany({ data: { demo: filled } });
}

it.each(["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000"])("is a demo at %s", async (address) => {
  await given({ address });

  expect(await isDemo()).toBe(true);
});

it.each([
  ["without the setting", { setting: "false" }],
  ["on a database that the demo loader did not fill", { filled: false }],
  ["at an address that others can reach", { address: "https://ideas.example.org" }],
  ["at an address that only begins like this machine's", { address: "http://localhost.example.org" }],
  ["at this machine's address in its network", { address: "http://192.168.1.10:3000" }],
  ["at an address whose user name is localhost", { address: "http://localhost@example.org" }],
])("is no demo %s", async (_, circumstances) => {
  await given(circumstances);

  expect(await isDemo()).toBe(false);
});

it("shows nobody, and lets nobody in, where it is no demo", async () => {
  await given({ filled: false });
  const { id } = await hire();

  expect(await listDemoPeople("en")).toEqual([]);
  await expect(signInAsDemo(null, { personId: id, next: "/" })).rejects.toMatchObject({ code: "not_found" });
});

it("shows active people with their roles, and no pseudonyms", async () => {
  await given({});
  await hire({ name: "Suspended", status: "suspended" });
  await hire({ name: "Pseudonym", email: null, status: "imported" });
  const { id } = await hire({ name: "Rita", roles: ["employee", "reviewer"] });

  const people = await listDemoPeople("en");

  expect(people.find((person) => person.id === id)).toEqual({
    id,
    name: "Rita",
    about: null,
    roles: ["employee", "reviewer"],
    department: null,
  });
  expect(people.map(({ name }) => name)).not.toContain("Suspended");
  expect(people.map(({ name }) => name)).not.toContain("Pseudonym");
});

it("says what people do here only to readers of the language it is written in", async () => {
  await given({});
  const { id } = await hire();
  await db.person.update({ where: { id }, data: { about: "Conduce un camión" } });
  const aboutIn = async (locale: Locale) => (await listDemoPeople(locale)).find((person) => person.id === id)?.about;

  expect([await aboutIn("es"), await aboutIn("pt")]).toEqual(["Conduce un camión", null]);
});
