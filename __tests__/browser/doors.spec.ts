import { randomUUID } from "node:crypto";
import { doors } from "../architecture/doors";
import { givenIdea } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

/** Everything that is not for visitors, as one would ask for it; the ids in its address are nobody's. */
const guarded = Object.entries(doors)
  .filter(([door, who]) => who !== "visitor" && !door.startsWith("action "))
  .map(([door]) => {
    const [method = "", address = ""] = door.split(" ");
    return { method, path: address.replace(/\[\w+\]/g, () => randomUUID()) };
  });

test("every page sends whoever is not signed in to sign in first", async ({ request }) => {
  for (const { path } of guarded.filter(({ method }) => method === "page")) {
    const answer = await request.get(path, { maxRedirects: 0 });

    expect(answer.status(), path).toBe(307);
    const next = path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
    expect(answer.headers().location, path).toBe(next);
  }
});

test("every endpoint refuses whoever is not signed in, in words that programs understand", async ({ request }) => {
  for (const { method, path } of guarded.filter(({ method }) => method !== "page")) {
    const answer = await request.fetch(path, { method, headers: { "sec-fetch-site": "same-origin" } });

    expect(answer.status(), `${method} ${path}`).toBe(401);
    expect(answer.headers()["content-type"], `${method} ${path}`).toContain("application/problem+json");
  }
});

const prefetch = { rsc: "1", "next-router-prefetch": "1", purpose: "prefetch" };
const answers: [what: string, path: string, headers: Record<string, string>][] = [
  ["a page", "/ideas", {}],
  ["a page for visitors", "/sign-in", {}],
  ["a page that is not there", "/no-such-page", {}],
  ["an idea that is not there", `/ideas/${randomUUID()}`, {}],
  ["a page fetched ahead", "/ideas", prefetch],
  ["a page fetched by our own script", "/ideas", { rsc: "1" }],
  ["an answer of the API", "/api/v1/ideas", {}],
  ["a refusal of the API", `/api/v1/ideas/${randomUUID()}`, {}],
];

for (const [what, path, headers] of answers) {
  test(`${what} is kept private and may run only our own scripts`, async ({ page }) => {
    await signInAs(page, "Samuel Okafor");

    const said = (await page.request.get(path, { headers })).headers();

    expect(said["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w-]{20,}' 'strict-dynamic';/);
    expect(said["content-security-policy"]).toMatch(/style-src 'self' 'nonce-[\w-]{20,}';/);
    expect(said["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
    expect(said["content-security-policy"]).not.toContain("unsafe");
    expect(said["x-content-type-options"]).toBe("nosniff");
    expect(said["cache-control"]).toMatch(/private.*no-store|no-store.*private/);
    expect(said["x-powered-by"]).toBeUndefined();
  });
}

test("every answer has a nonce of its own", async ({ request }) => {
  const nonce = async () =>
    /nonce-([\w-]+)/.exec((await request.get("/sign-in")).headers()["content-security-policy"] ?? "");

  expect((await nonce())?.[1]).not.toBe((await nonce())?.[1]);
});

test("what one may not see is not there, for pages and programs alike", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const { ideaId } = await givenIdea(page);

  expect((await page.request.get(`/ideas/${ideaId}`)).status()).toBe(200);
  expect((await page.request.get(`/ideas/${randomUUID()}`)).status()).toBe(404);
  expect((await page.request.get("/ideas/not-an-id")).status()).toBe(404);
  expect((await page.request.get(`/api/v1/ideas/${randomUUID()}`)).status()).toBe(404);
});

test("what is not there is told without loading the whole page anew, too", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");
  await page.evaluate((path) => {
    const { next } = window as unknown as { next: { router: { push(to: string): void } } };
    next.router.push(path);
    document.body.dataset.stayed = "yes";
  }, `/ideas/${randomUUID()}`);

  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(page.locator("body[data-stayed]")).toBeVisible();
});

test("an address that is broken is told so, not failed at", async ({ request }) => {
  for (const path of ["/ideas/%ff", "/comments/%", "/api/v1/ideas/%zz"]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 400]);
  }
});
