import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expectHarmless } from "./support/harmless";
import { givenComment, givenIdea } from "./support/ideas";
import { payloads } from "./support/payloads";
import { newcomer, signInAs, signInThroughTheCompany } from "./support/people";
import { expect, test } from "./support/test";

// The policy would stop what gets through: here it is off, so that what people write has to be harmless by itself.
test.use({ bypassCSP: true });

const everything = payloads.join("\n\n");

test("whatever an idea, its comments and its author's name say, nothing runs", async ({ page }) => {
  const author = newcomer('<img src=x onerror=__pwned=1>"><script>__pwned=1</script>');
  await signInThroughTheCompany(page, author);
  const { path, ideaId } = await givenIdea(page, {
    title: "<script>__pwned=1</script><img src=x onerror=alert(1)>",
    body: everything,
    tags: ["<script>__pwned=1</script>", "javascript:__pwned=1", '"onmouseover="__pwned=1'],
  });
  await givenComment(page, ideaId, everything);
  for (const payload of payloads.slice(0, 8)) await givenComment(page, ideaId, payload);
  const changed = {
    version: 1,
    title: "<svg onload=__pwned=1> is what it is called now",
    body: `${everything}\n\nmore`,
  };
  const edited = await page.request.patch(`/api/v1${path}`, {
    data: changed,
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(edited.status()).toBe(200);

  await expectHarmless(page, ["/", path, `${path}/history`, `${path}/edit`, "/ideas?author=me", "/settings"]);
});

test("whatever a title or a tag says, nothing runs where it is listed", async ({ page }) => {
  await signInThroughTheCompany(page, newcomer());
  for (const payload of payloads) {
    const tag = payload.replaceAll(",", "").slice(0, 60);
    await givenIdea(page, { title: `Say it here: ${payload}`, body: payload, tags: [tag] });
  }
  const paths = ["/ideas?author=me&order=new"];
  for (const path of paths) {
    await expectHarmless(page, [path]);
    const next = page.getByRole("link", { name: "Next" });
    if (await next.isVisible()) paths.push((await next.getAttribute("href")) ?? "");
  }

  await expect(page.getByRole("link", { name: `Say it here: ${payloads[0]}`, exact: true })).toBeVisible();
  expect(paths.length).toBeGreaterThan(1);
});

test("whatever somebody searches for or puts into an address, nothing runs", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const said = payloads.slice(0, 12).map(encodeURIComponent);

  await expectHarmless(page, [
    ...said.map((payload) => `/ideas?q=${payload}&tag=${payload}`),
    "/sign-in?next=javascript:__pwned=1&refused=%3Cscript%3E__pwned=1%3C/script%3E",
    "/sign-in/confirm?token=%22%3E%3Cscript%3E__pwned=1%3C/script%3E&next=javascript:__pwned=1",
  ]);
});

const folder = mkdtempSync(join(tmpdir(), "tormenta-hostile-"));

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("whatever a file that is imported says, nothing runs", async ({ page }) => {
  const [file, map] = [join(folder, "hostile.jsonl"), join(folder, "hostile.json")];
  const source = { id: "hostile", title: everything.slice(0, 200), attribution: payloads[0], licence: payloads[9] };
  writeFileSync(
    map,
    JSON.stringify({
      name: "hostile",
      format: { type: "jsonl" },
      source,
      kind: "idea",
      language: "en",
      timeZone: "UTC",
      id: "id",
      title: "title",
      at: "at",
      author: "author",
      body: [
        { of: "body", format: "text" },
        { of: "body", format: "html" },
      ],
      state: { constant: "submitted" },
      category: { of: "title" },
      tags: [{ of: "tag" }],
    }),
  );
  const rows = payloads.map((payload, number) => ({
    id: String(number),
    title: `Imported as it is: ${payload}`,
    at: "2026-01-01T00:00:00Z",
    author: payload,
    body: payload,
    tag: payload.slice(0, 60),
  }));
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  const script = ["--import", "tsx", "scripts/import.ts", file, "--map", map, "--rejects", join(folder, "rejects.csv")];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, script);
  expect(stdout + stderr).toMatch(/\d+ created/);

  await signInAs(page, "Samuel Okafor", "/ideas?q=imported&order=new");
  const links = await page.getByRole("list", { name: "Ideas" }).getByRole("heading").getByRole("link").all();
  const ideas = await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
  expect(ideas.length).toBeGreaterThan(10);
  await expectHarmless(page, ["/ideas?q=imported&order=new", ...ideas]);
});
