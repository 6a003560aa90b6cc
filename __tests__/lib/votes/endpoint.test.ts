import { DELETE, PUT } from "@/app/api/v1/ideas/[ideaId]/vote/route";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { hashOf, newSecret } from "@/lib/platform/secret";
import { givenIdea, hire } from "../../support/database";

async function tokenOf(actor: Actor, scopes = ["read", "write"]): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.apiToken.create({
    data: { personId: actor.id, name: "test", tokenHash: hashOf(secret), scopes, expiresAt },
  });
  return secret;
}

async function send(handler: typeof PUT, ideaId: string, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const request = new Request(`http://localhost/api/v1/ideas/${ideaId}/vote`, { method: "PUT", headers });
  const response = await handler(request, { params: Promise.resolve({ ideaId }) });
  return { status: response.status, body: await response.json() };
}

it("lets programs vote and take the vote back, as often as they like", async () => {
  const idea = await givenIdea({ votes: 2 });
  const token = await tokenOf(await hire());

  const answers = [];
  for (const handler of [PUT, PUT, DELETE, DELETE]) answers.push(await send(handler, idea.id, token));

  expect(answers).toEqual([
    { status: 200, body: { votes: 3, mine: true } },
    { status: 200, body: { votes: 3, mine: true } },
    { status: 200, body: { votes: 2, mine: false } },
    { status: 200, body: { votes: 2, mine: false } },
  ]);
});

it("says in the caller's words and in a program's why a vote is refused", async () => {
  const ana = await hire();
  const token = await tokenOf(ana);
  const [own, closed, draft] = [
    await givenIdea({ author: ana }),
    await givenIdea({ status: "implemented" }),
    await givenIdea({ status: "draft" }),
  ];

  expect(await send(PUT, own.id, token)).toMatchObject({ status: 403, body: { code: "access.forbidden" } });
  expect(await send(PUT, closed.id, token)).toMatchObject({
    status: 409,
    body: { code: "votes.closed", title: "Conflict", detail: "Voting on this idea has closed." },
  });
  expect(await send(PUT, draft.id, token)).toMatchObject({ status: 404 });
  expect(await send(PUT, "not-an-id", token)).toMatchObject({ status: 400 });
});

it("does not vote with a key that may only read", async () => {
  const idea = await givenIdea();

  expect(await send(PUT, idea.id, await tokenOf(await hire(), ["read"]))).toMatchObject({ status: 403 });
  expect(await db.vote.count({ where: { ideaId: idea.id } })).toBe(0);
});
