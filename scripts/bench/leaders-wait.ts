import { withClient } from "../with-client";
import { median } from "./load";
import type { Subject } from "./measure";
import { REVIEWERS, sessionOf } from "./people";

const PAGES = ["", "/pipeline", "/participation", "/impact", "/portfolio"];

/** How long leaders wait for a page, narrowed in one way, in milliseconds. */
export type Wait = { page: string; narrowed: string; median: number; p95: number };

/** By what pages are narrowed: not at all, in time, and to the units with most ideas. */
async function narrowings(admin: string): Promise<[name: string, query: string][]> {
  const { department, category } = await withClient(admin, async (client) => {
    const most = async (unit: string) => {
      const { rows } = await client.query(
        `select ${unit}_id as id from idea where ${unit}_id is not null group by 1 order by count(*) desc limit 1`,
      );
      return rows[0].id;
    };
    return { department: await most("department"), category: await most("category") };
  });
  return [
    ["a year", ""],
    ["all years", "?from=2016-01"],
    ["department", `?department=${department}`],
    ["category", `?category=${category}`],
    ["both, all years", `?from=2016-01&department=${department}&category=${category}`],
  ];
}

/** How long leaders wait for what they look at, from the request to the last byte, one request at a time. */
export async function leadersWait({ url, admin }: Pick<Subject, "url" | "admin">, rounds: number): Promise<Wait[]> {
  let leader = 0;
  const timeOf = async (path: string) => {
    const headers = { cookie: `tormenta.session=${sessionOf(leader++ % REVIEWERS)}`, "accept-encoding": "identity" };
    const begun = performance.now();
    const answer = await fetch(url + path, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - begun;
  };
  const asked = (await narrowings(admin)).flatMap(([narrowed, query]) =>
    PAGES.map((page) => ({
      page: `/insights${page}`,
      narrowed,
      path: `/insights${page}${query}`,
      times: [] as number[],
    })),
  );
  for (const { path } of asked) await timeOf(path);
  for (let round = 0; round < rounds; round++) for (const one of asked) one.times.push(await timeOf(one.path));
  return asked.map(({ page, narrowed, times }) => {
    const inOrder = times.toSorted((a, b) => a - b);
    return { page, narrowed, median: median(times), p95: inOrder[Math.ceil(inOrder.length * 0.95) - 1] ?? 0 };
  });
}
