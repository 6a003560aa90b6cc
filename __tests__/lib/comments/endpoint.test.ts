import { randomUUID } from "node:crypto";
import { GET, POST } from "@/app/api/v1/ideas/[ideaId]/comments/route";
import { db } from "@/lib/platform/db/client";
import { hashOf, newSecret } from "@/lib/platform/secret";
import { givenIdea, hire } from "../../support/database";

async function newToken(): Promise<string> {
  const secret = newSecret();
  const { id } = await hire({ name: "Ana" });
  const expiresAt = new Date(Date.now() + 3_600_000);
  const scopes = ["read", "write"];
  await db.apiToken.create({ data: { personId: id, name: "test", tokenHash: hashOf(secret), scopes, expiresAt } });
  return secret;
}

async function send(handler: typeof GET, ideaId: string, token: string, query = "", body?: object) {
  const request = new Request(`http://localhost/api/v1/ideas/${ideaId}/comments${query}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body ? JSON.stringify(body) : null,
  });
  const response = await handler(request, { params: Promise.resolve({ ideaId }) });
  return { status: response.status, body: await response.json() };
}

it("lets programs comment, answer and read what was said", async () => {
  const { id } = await givenIdea();
  const token = await newToken();

  const first = await send(POST, id, token, "", { body: "Good" });
  await send(POST, id, token, "", { body: "Better", parentId: first.body.commentId });
  const { status, body } = await send(GET, id, token);

  expect([first.status, status, body.next]).toEqual([201, 200, null]);
  expect(body.comments).toMatchObject([
    { body: "Good", parentId: null, author: { name: "Ana" }, deleted: false },
    { body: "Better", parentId: first.body.commentId },
  ]);
});

it("gives page after page, the comment it ended with being the key to the next", async () => {
  const { id } = await givenIdea();
  const token = await newToken();
  for (const body of ["1", "2", "3"]) await send(POST, id, token, "", { body });

  const { body: first } = await send(GET, id, token, "?limit=2");
  const { body: second } = await send(GET, id, token, `?limit=2&cursor=${first.next}`);

  expect([...first.comments, ...second.comments].map(({ body }) => body)).toEqual(["1", "2", "3"]);
});

it("posts once when a program tries again with the same key", async () => {
  const { id } = await givenIdea();
  const token = await newToken();
  const comment = { body: "Good", commentId: randomUUID() };

  const [once, again] = [await send(POST, id, token, "", comment), await send(POST, id, token, "", comment)];

  expect(again).toEqual(once);
  expect((await send(GET, id, token)).body.comments).toHaveLength(1);
});

it("names the field that is wrong, and tells nothing of drafts", async () => {
  const token = await newToken();
  const [idea, draft] = [await givenIdea(), await givenIdea({ status: "draft" })];

  expect(await send(POST, idea.id, token, "", { body: " " })).toMatchObject({
    status: 400,
    body: { errors: [{ field: "body", code: "comments.empty" }] },
  });
  expect(await send(GET, idea.id, token, "?limit=1000")).toMatchObject({ status: 400 });
  expect(await send(GET, draft.id, token)).toMatchObject({ status: 404 });
  expect(await send(POST, draft.id, token, "", { body: "Hello" })).toMatchObject({ status: 404 });
});
