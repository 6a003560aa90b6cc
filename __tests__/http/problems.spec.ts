import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asBrowserOf, asProgramOf, demoPeople } from "./support/callers";

const { employee } = demoPeople;
const nowhere = `/api/v1/ideas/${randomUUID()}`;
const spanish = { "accept-language": "es-CL,es;q=0.9" };

test("a problem says what went wrong to people and programs, and names the request", async ({ request }) => {
  const answer = await request.get("/api/v1/ideas?limit=0&colour=red", { headers: await asProgramOf(employee) });

  expect(answer.headers()["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(await answer.json()).toEqual({
    type: "about:blank",
    title: "Bad Request",
    status: 400,
    detail: "Please check the marked fields.",
    code: "validation.checkFields",
    instance: `urn:uuid:${answer.headers()["x-request-id"]}`,
    errors: [
      { field: "limit", code: "validation.tooSmall", detail: "This number is too small." },
      { field: "colour", code: "validation.unknownField", detail: "This field is not known here." },
    ],
  });
});

test("a program that asks for a language is answered in it", async ({ request }) => {
  const answer = await request.get(nowhere, { headers: { ...(await asProgramOf(employee)), ...spanish } });

  expect((await answer.json()).detail).toBe("Aquí no hay nada.");
  expect(answer.headers()["content-language"]).toBe("es");
});

test("in a browser, which always asks for one, the profile's language counts", async ({ request }) => {
  const headers = await asBrowserOf(employee);
  await request.get("/api/v1/ideas", { headers });
  const { detail } = await (await request.get(nowhere, { headers: { ...headers, ...spanish } })).json();
  const { detail: unasked } = await (await request.get(nowhere, { headers })).json();

  expect(detail).toBe(unasked);
});

test("whoever does not say who is asking is told how to", async ({ request }) => {
  const wrong = { authorization: "Bearer tormenta_no-such-token" };

  for (const method of ["GET", "PATCH"]) {
    const answer = await request.fetch(nowhere, { method, data: {} });
    expect([answer.status(), answer.headers()["www-authenticate"]]).toEqual([401, 'Bearer realm="Tormenta"']);
  }
  expect((await request.get(nowhere, { headers: wrong })).headers()["www-authenticate"]).toContain("invalid_token");
});

test("a token for reading alone is good, but not for voting", async ({ request }) => {
  const answer = await request.put(`${nowhere}/vote`, { headers: await asProgramOf(employee, ["read"]) });

  expect([answer.status(), (await answer.json()).code]).toEqual([403, "access.tokenScope"]);
  expect(answer.headers()["www-authenticate"]).toContain("insufficient_scope");
});

test("a body that is not JSON, or endless, is refused before it is read", async ({ request }) => {
  const headers = await asProgramOf(employee);
  const send = async (type: string, data: string) => {
    const answer = await request.post("/api/v1/ideas", { headers: { ...headers, "content-type": type }, data });
    return [answer.status(), (await answer.json()).code];
  };

  expect(await send("text/plain", "{}")).toEqual([415, "validation.notJson"]);
  expect(await send("application/x-www-form-urlencoded", "title=Racks")).toEqual([415, "validation.notJson"]);
  expect(await send("application/json", `{"title":"${"x".repeat(1_000_000)}"}`)).toEqual([413, "validation.tooLong"]);
  expect(await send("application/json", '{"title":')).toEqual([400, "validation.unreadable"]);
  expect(await send("application/merge-patch+json; charset=utf-8", "{}")).toEqual([400, "validation.checkFields"]);
});

test("a change is said in the body alone, and which idea it is about in the address alone", async ({ request }) => {
  const headers = await asProgramOf(employee);
  const errors = async (path: string, data: object) =>
    (await (await request.patch(path, { headers, data })).json()).errors;

  expect(await errors(nowhere, { version: 1, ideaId: randomUUID() })).toMatchObject([{ field: "ideaId" }]);
  expect(await errors(`${nowhere}?version=1`, { version: 1 })).toMatchObject([{ field: "version" }]);
});

test("an address of the API at which there is nothing answers a problem, not a page", async ({ request }) => {
  for (const method of ["GET", "POST", "DELETE"]) {
    const answer = await request.fetch("/api/v1/no/such/thing", { method });

    expect([answer.status(), (await answer.json()).code]).toEqual([404, "validation.notFound"]);
  }
});

test("what has come to be is found at the address in the answer", async ({ request }) => {
  const headers = await asProgramOf(employee);
  const title = `Lamps along the towpath ${randomUUID()}`;
  const answer = await request.post("/api/v1/ideas", { headers, data: { title, language: "en" } });

  const { location = "" } = answer.headers();

  expect(await (await request.get(location, { headers })).json()).toMatchObject({
    title,
    votes: 0,
    mine: false,
    comments: 0,
  });
});
