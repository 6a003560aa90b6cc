import { givenIdea, hire } from "@/__tests__/support/database";
import { openApi } from "@/lib/access/open-api";
import { api } from "@/lib/api";
import { insightsFeed } from "@/lib/insights/feed";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import type { Cell, Section } from "@/lib/insights/section";
import { sectionGroups } from "@/lib/insights/sections";
import { takeAlong } from "@/lib/insights/take-along";
import { insightsRequest, tellGroup, toldGroup } from "@/lib/insights/told";
import { db } from "@/lib/platform/db/client";
import { forgetEnv } from "@/lib/platform/env";
import { type Exchange, exchanges } from "@/lib/platform/exchange";
import { limits } from "@/lib/platform/limits";
import { parse } from "@/lib/platform/parse";

const leader = () => hire({ name: "Grace", roles: ["employee", "executive"] });

async function feedOf(input = {}) {
  const { pieces } = await insightsFeed(await leader(), input as never);
  let text = "";
  for await (const piece of pieces) text += piece;
  const [head = "", ...lines] = text.replace("\uFEFF", "").trimEnd().split("\r\n");
  const names = head.split(",").map((name) => name.replaceAll('"', ""));
  return lines.map((line) => {
    const fields = [...line.matchAll(/"((?:[^"]|"")*)"|([^,"]+)/g)].map(([, text, figure]) => text ?? Number(figure));
    return Object.fromEntries(names.map((name, at) => [name, fields[at]]));
  });
}

beforeAll(async () => {
  const department = await db.department.create({ data: { name: "=HYPERLINK(1)" } });
  await givenIdea({ departmentId: department.id, daysOld: 3 });
  await givenIdea({ status: "accepted", daysOld: 40 });
  await rebuildInsights();
});

it("programs are told every group exactly as the API describes it", async () => {
  const grace = await leader();
  for (const group of Object.keys(sectionGroups)) {
    const told = await tellGroup(grace, parse(insightsRequest, { group, from: "2024-01" }));

    expect(toldGroup.parse(told)).toEqual(told);
    expect(told.sections.length).toBeGreaterThan(0);
    for (const { rows, columns } of told.sections)
      for (const { cells } of rows) expect(Object.keys(cells)).toEqual(columns.map(({ key }) => key));
  }
});

it("a name of a closed list is told as people read it, and as it stays in every language", async () => {
  const [grace, diego] = [await leader(), { ...(await leader()), locale: "es" as const }];
  const [english, spanish] = [
    await tellGroup(grace, { group: "pipeline" } as never),
    await tellGroup(diego, { group: "pipeline" } as never),
  ];
  const first = ({ sections }: typeof english) => sections.find(({ key }) => key === "ageing")?.rows[0]?.cells.state;

  expect(first(english)).toEqual({ code: "statusSubmitted", text: "New" });
  expect(first(spanish)).toEqual({ code: "statusSubmitted", text: "Nueva" });
});

it("what is asked of the feed and of a group is described, and nothing else is taken", () => {
  expect(() => parse(insightsRequest, { group: "pipeline", colour: "red" })).toThrow();
  expect(() => parse(insightsRequest, { group: "gossip" })).toThrow();
  const { paths } = openApi(api) as {
    paths: Record<string, { get: { responses: Record<string, { content: object }> } }>;
  };

  expect(Object.keys(paths["/api/v1/insights/feed.csv"]?.get.responses[200]?.content ?? {})).toEqual(["text/csv"]);
  expect(JSON.stringify(paths["/api/v1/insights/{group}"])).toContain("Insights");
});

const numbersIn = (sections: Section[]): number =>
  sections
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values<Cell>(cells)))
    .filter((cell) => typeof cell === "number").length;

it("the feed has a line for every figure of every page", async () => {
  const lines = await feedOf();
  const grace = await leader();
  let figures = 0;
  for (const tell of Object.values(sectionGroups)) figures += numbersIn(await tell(grace, {}));

  expect(lines.filter(({ value }) => typeof value === "number")).toHaveLength(figures);
  expect(lines.map(({ group }) => group)).toEqual(expect.arrayContaining(["leader", "pipeline"]));
});

it("a line says what it counts, of which month, in which unit", async () => {
  const month = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/Santiago", year: "numeric", month: "2-digit" });
  const on = month.format(Date.now() - 40 * 86_400_000);
  const line = (await feedOf()).find(
    ({ section, month, measure }) => section === "cohorts" && month === on && measure === "accepted",
  );

  expect(line).toMatchObject({ group: "pipeline", label: "", unit: "count", value: 1, note: "" });
});

it("no name of a unit becomes a formula in a spreadsheet", async () => {
  const labels = (await feedOf()).map(({ label }) => String(label));

  expect(labels).toContain("'=HYPERLINK(1)");
  expect(labels.filter((label) => /^[=+\-@]/.test(label))).toEqual([]);
});

it("nobody but leaders and administrators gets the feed, and is refused before it begins", async () => {
  await expect(insightsFeed(await hire(), {} as never)).rejects.toMatchObject({ code: "forbidden" });
});

it("every fetching of the feed is on the record once, with what it was narrowed to", async () => {
  const grace = await leader();
  const { pieces } = await insightsFeed(grace, { from: "2026-01", to: undefined } as never);
  for await (const _ of pieces);

  const events = await db.event.findMany({ where: { type: "insights.exported", actorId: grace.id } });
  expect(events).toMatchObject([
    { subjectId: grace.id, payload: { part: "feed", format: "csv", filter: { from: "2026-01" } } },
  ]);
});

it("the feed and files count as one: whoever has fetched too many of either is refused both", async () => {
  delete process.env.LIMITS;
  forgetEnv();
  const grace = await leader();
  await exchanges.run({} as Exchange, async () => {
    for (let nth = 0; nth < limits.exports.times; nth += 1) await insightsFeed(grace, {} as never);

    await expect(insightsFeed(grace, {} as never)).rejects.toMatchObject({ code: "too_many" });
    const asked = { part: "leader", format: "csv" } as never;
    await expect(takeAlong(grace, asked)).rejects.toMatchObject({ code: "too_many" });
  });
  const { times } = limits.exports;
  expect(await db.event.count({ where: { type: "insights.exported", actorId: grace.id } })).toBe(times);
});

it("nothing is on the record of whoever may not have the feed", async () => {
  const samuel = await hire();
  await expect(insightsFeed(samuel, {} as never)).rejects.toMatchObject({ code: "forbidden" });

  expect(await db.event.count({ where: { type: "insights.exported", actorId: samuel.id } })).toBe(0);
});
