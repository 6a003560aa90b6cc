import * as route from "@/app/api/v1/similar/route";
import { db } from "@/lib/platform/db/client";
import { hashOf, newSecret } from "@/lib/platform/secret";
import { countWords } from "@/lib/search/count-words";
import { givenIdea, hire } from "../../support/database";

async function ask(scopes: string[], body: object) {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { id } = await hire();
  await db.apiToken.create({ data: { personId: id, name: "test", tokenHash: hashOf(secret), scopes, expiresAt } });
  const request = new Request("http://localhost/api/v1/similar", {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const response = await route.POST(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

beforeAll(async () => {
  await givenIdea({ title: "Weather vanes on every roof", language: "en" });
  await countWords();
});

it("lets a program that may only read ask what is like its text", async () => {
  const { status, body } = await ask(["read"], { title: "Weather vanes on the roof", body: "They turn." });

  expect([status, body.ideas.map(({ title }: { title: string }) => title)]).toEqual([
    200,
    ["Weather vanes on every roof"],
  ]);
});

it("does not tell a program that may only write", async () => {
  expect(await ask(["write"], { title: "Weather vanes" })).toMatchObject({
    status: 403,
    body: { code: "access.tokenScope" },
  });
});

it("does not take the text in an address", () => {
  expect(Object.keys(route)).toEqual(["POST"]);
});
