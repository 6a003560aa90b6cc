import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { database } from "./support/callers";
import { clearWorld, givenObject, sessionOf } from "./support/world";

test.afterAll(clearWorld);

/** Somebody whose name occurs nowhere else. */
async function somebody() {
  const name = `Canary ${randomUUID()}`;
  const { rows } = await database.query("insert into person (name, email) values ($1, $2) returning id", [
    name,
    `${randomUUID()}@matrix.example`,
  ]);
  const id: string = rows[0].id;
  await database.query("insert into person_role values ($1, 'employee')", [id]);
  return { name, headers: await sessionOf(id), draft: await givenObject("ideas", "own draft", id, id) };
}

const shuffled = <T>(things: T[]) => things.map((thing) => ({ thing, at: Math.random() })).sort((a, b) => a.at - b.at);

test("of eight people who look at everything at once, nobody is shown a page of another's", async ({ baseURL }) => {
  const people = await Promise.all(Array.from({ length: 8 }, somebody));
  const [idea] = (await database.query("select id from idea where status = 'submitted' limit 1")).rows;
  const common = ["/", "/ideas", "/ideas?order=new", "/ideas/new", "/drafts", "/settings", `/ideas/${idea.id}`];
  const wishes = people.flatMap((who) =>
    [...common, `/ideas/new?draft=${who.draft}`, `/ideas/${randomUUID()}`].flatMap((path) =>
      ([{}, { rsc: "1" }] as Record<string, string>[]).map((form) => ({ who, path, form })),
    ),
  );
  const queue = shuffled(wishes).map(({ thing }) => thing);

  const wrong: string[] = [];
  let own = 0;
  const lane = async () => {
    for (let wish = queue.pop(); wish; wish = queue.pop()) {
      const { who, path, form } = wish;
      const answer = await fetch(baseURL + path, { headers: { ...who.headers, ...form }, redirect: "manual" });
      const body = await answer.text();
      const others = people.filter((other) => other !== who);
      if (others.some(({ name, draft }) => body.includes(name) || body.includes(draft))) wrong.push(path);
      if (!/no-store/.test(answer.headers.get("cache-control") ?? "")) wrong.push(`${path} may be kept`);
      if (body.includes(who.name)) own++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));

  expect(wrong).toEqual([]);
  // Every whole page names its reader, as do most of those that our own script asks for.
  expect(own).toBeGreaterThanOrEqual(wishes.length / 2);
});
