import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { actionId, calling } from "../http/support/actions";
import { givenIdea, voteButton } from "./support/ideas";
import { signInAs } from "./support/people";
import { test as base, expect } from "./support/test";

/** A page on another site, by the name under which browsers know it. */
type OtherSite = { serve(html: string): void; port: number };

const test = base.extend<{ otherSite: OtherSite }>({
  otherSite: async ({ browserName: _ }, use) => {
    let page = "";
    const server = createServer((_request, response) => response.setHeader("content-type", "text/html").end(page));
    await new Promise<void>((ready) => server.listen(0, ready));
    const serve = (html: string) => {
      page = `<!doctype html><link rel="icon" href="data:,">${html}`;
    };
    await use({ serve, port: (server.address() as AddressInfo).port });
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  },
});

// Browsers send our cookie along from another port of the same host, and not from another host: neither may do anything.
for (const host of ["localhost", "127.0.0.1"]) {
  test(`a form on ${host} cannot vote in somebody's name`, async ({ page, browser, elsewhere, otherSite }) => {
    const author = await elsewhere();
    await signInAs(author, "Owen Castellanos");
    const idea = await givenIdea(author);
    await signInAs(page, "Samuel Okafor", idea.path);
    // What a form without JavaScript would send, the name of the server's action included.
    const source = await (await page.request.get(idea.path)).text();
    const [ours = ""] = /<form[^>]*>(?:(?!<\/form>).)*aria-label="Vote, 0 votes"/s.exec(source) ?? [];
    expect(ours).toContain("$ACTION");
    const theirs = `<form method="post" enctype="multipart/form-data" action="${page.url()}">`;
    otherSite.serve(`${ours.replace(/^<form[^>]*>/, theirs)}>x</button></form>`);

    // A browser of its own: it rightly complains about being refused.
    const lured = await browser.newContext({ storageState: await page.context().storageState() });
    const trap = await lured.newPage();
    await trap.goto(`http://${host}:${otherSite.port}`);
    const [sent] = await Promise.all([trap.waitForRequest(page.url()), trap.getByRole("button").click()]);
    await sent.response();
    await lured.close();

    await page.reload();
    await expect(voteButton(page)).toHaveAccessibleName("Vote, 0 votes");
  });

  test(`a form on ${host} cannot submit an idea to the API`, async ({ page, otherSite, baseURL }) => {
    await signInAs(page, "Samuel Okafor", "/ideas");
    const title = `Not of my own will ${Date.now()}`;
    // Sent as plain text, which needs nobody's permission, this is JSON.
    const json = JSON.stringify({ title, language: "en", body: "" }).slice(0, -1);
    otherSite.serve(`<form method="post" enctype="text/plain" action="${baseURL}/api/v1/ideas">
      <input name='${json},"tags":"' value='"}'><button>x</button></form>`);

    await page.goto(`http://${host}:${otherSite.port}`);
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/v1/ideas"));
    await page.getByRole("button").click();

    // Another port is the same site to a browser, and our cookie comes along; from another host it stays at home.
    expect((await answered).status()).toBe(host === "localhost" ? 403 : 401);
  });
}

test("neither a sandboxed frame nor a script of another site can do anything in somebody's name", async ({
  page,
  browser,
  otherSite,
  baseURL,
}) => {
  await signInAs(page, "Samuel Okafor");
  const idea = await givenIdea(page);
  const title = `Not of my own will ${Date.now()}`;
  const json = JSON.stringify({ title, language: "en", body: "", tags: "" });
  const withdraw = calling("withdrawIdeaButton", { ideaId: idea.ideaId });
  const form = `<form method="post" enctype="multipart/form-data" action="${baseURL}${idea.path}">
    <input name="$ACTION_ID_${actionId("withdrawIdeaButton")}"><input name="ideaId" value="${idea.ideaId}"><button>x</button></form>`;
  otherSite.serve(`<iframe sandbox="allow-forms" srcdoc='${form}'></iframe><script>
    const ours = ${JSON.stringify(baseURL)};
    const sent = [
      ["/api/v1/ideas", { body: ${JSON.stringify(json)}, headers: { "content-type": "text/plain" }, mode: "no-cors" }],
      ["/api/v1/ideas", { body: ${JSON.stringify(json)}, headers: { "content-type": "application/json" } }],
      ["/api/v1/ideas/${idea.ideaId}/comments", { body: '{"body":"mine"}', headers: { "content-type": "text/plain" }, mode: "no-cors" }],
      ["${idea.path}", { body: ${JSON.stringify(withdraw.body)}, headers: ${JSON.stringify(withdraw.headers)} }],
    ].map(([path, init]) => fetch(ours + path, { method: "POST", credentials: "include", ...init }).catch(() => 0));
    Promise.all(sent).then(() => { document.title = "sent"; });
  </script>`);

  // A browser of its own: it rightly complains about being refused.
  const lured = await browser.newContext({ storageState: await page.context().storageState() });
  const trap = await lured.newPage();
  await trap.goto(`http://localhost:${otherSite.port}`);
  const frame = trap.frameLocator("iframe");
  await Promise.all([trap.waitForRequest(`${baseURL}${idea.path}`), frame.getByRole("button").click()]);
  await expect(trap).toHaveTitle("sent");
  await lured.close();

  const mine = await (await page.request.get("/api/v1/ideas?author=me&order=new&limit=5")).json();
  expect(mine.ideas.filter((listed: { title: string }) => listed.title === title)).toEqual([]);
  const after = await (await page.request.get(`/api/v1${idea.path}`)).json();
  expect([after.status, after.version]).toEqual(["submitted", 1]);
  const { comments } = await (await page.request.get(`/api/v1${idea.path}/comments`)).json();
  expect(comments).toEqual([]);
});
