import { GET, PATCH } from "@/app/api/v1/ideas/[ideaId]/route";
import { POST } from "@/app/api/v1/ideas/route";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { hashOf, newSecret } from "@/lib/platform/secret";
import { givenIdea, hire } from "../../support/database";

async function caller(actor: Actor) {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.apiToken.create({
    data: { personId: actor.id, name: "test", tokenHash: hashOf(secret), scopes: ["read", "write"], expiresAt },
  });
  return async (handler: typeof POST, params: Record<string, string>, body?: object) => {
    const request = new Request("http://localhost/api/v1/ideas", {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    return { status: response.status, body: await response.json() };
  };
}

it("lets a program submit an idea, read it and change a part of it", async () => {
  const call = await caller(await hire());
  const { status, body } = await call(POST, {}, { title: "Racks for bicycles", language: "en", tags: ["gate"] });
  expect(status).toBe(201);
  await db.costEstimate.create({ data: { ideaId: body.ideaId, amountMinor: 120_000n, currency: "EUR" } });

  expect(await call(PATCH, body, { version: 1, body: "With a roof." })).toEqual({
    status: 200,
    body: { ...body, version: 2 },
  });

  expect(await call(GET, body)).toMatchObject({
    status: 200,
    body: { body: "With a roof.", tags: ["gate"], version: 2, estimate: { amountMinor: 120_000, currency: "EUR" } },
  });
});

it("makes one idea of a request that is sent again under the same id", async () => {
  const call = await caller(await hire());
  const idea = { ideaId: crypto.randomUUID(), title: "Racks for bicycles", language: "en" };

  expect([await call(POST, {}, idea), await call(POST, {}, idea)]).toEqual(
    Array(2).fill({ status: 201, body: { ideaId: idea.ideaId } }),
  );
});

it("says what is wrong with every field, and keeps drafts to their authors", async () => {
  const call = await caller(await hire());
  const draft = await givenIdea({ status: "draft" });

  expect(await call(POST, {}, { title: "Short", language: "xx", status: "accepted" })).toMatchObject({
    status: 400,
    body: {
      errors: expect.arrayContaining([expect.objectContaining({ field: "title", code: "ideas.titleTooShort" })]),
    },
  });
  expect(await call(GET, { ideaId: draft.id })).toMatchObject({ status: 404 });
  expect(await call(PATCH, { ideaId: draft.id }, { version: 1, body: "x" })).toMatchObject({ status: 404 });
});
