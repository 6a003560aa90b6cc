import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { type Action, allActions, postsTo } from "./support/action-requests";
import { browserOf, type Colleague, crowd } from "./support/crowd";
import { fuzzing, fuzzingTimeout } from "./support/fuzzing";
import { idsOf } from "./support/inputs";
import { watcher } from "./support/unchanged";

const portal = process.env.PORTAL_URL ?? "";
const unchanged = watcher("session");

/** There are many, and each is a page. */
const settings = { ...fuzzing, numRuns: Math.ceil((fuzzing.numRuns ?? 0) / 8) };

test("every action answers whatever it is posted, and what it refuses changes nothing", async () => {
  const actions = await allActions();
  test.setTimeout(fuzzingTimeout * actions.length);
  const people: (Colleague | undefined)[] = [...(await crowd(3)), ...(await crowd(1, "administrator")), undefined];
  const ids = await idsOf(people.flatMap((person) => person?.id ?? []));

  expect(actions.length).toBeGreaterThan(30);
  for (const action of actions) await fuzz(action, people, ids);
});

async function fuzz(action: Action, people: (Colleague | undefined)[], ids: string[]): Promise<void> {
  const tried = fc.asyncProperty(postsTo(action, ids), fc.constantFrom(...people), async (post, person) => {
    const session = person ? await browserOf(person) : {};
    await unchanged(async () => {
      const response = await fetch(`${portal}/${person ? "settings" : "sign-in"}`, {
        method: "POST",
        headers: { ...post.headers, ...session, origin: portal, "sec-fetch-site": "same-origin" },
        body: Buffer.from(post.body),
        redirect: "manual",
      });
      const what = `${action.name} ${post.isPlain ? "by form" : "by script"} ${JSON.stringify(post.input)?.slice(0, 300)}`;
      expect(response.status, what).toBeLessThan(500);

      const text = await response.text();
      expect(text, what).not.toContain("validation.unexpected");

      const isRefused = !action.schema.safeParse(post.input).success || !(person || action.isOpen);
      const saysSo = /"ok":false|"reason":"/.test(text);
      if (isRefused && !post.isPlain && !action.name.endsWith("Button")) expect(saysSo, what).toBe(true);
      return { isRefused: isRefused || saysSo, what };
    });
  });
  await fc.assert(tried, settings);
}
