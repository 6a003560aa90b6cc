import type { Actor } from "@/lib/access/actor";
import type { Download } from "@/lib/access/download";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { exportInput } from "@/lib/insights/schema";
import { takeAlong } from "@/lib/insights/take-along";
import { db } from "@/lib/platform/db/client";
import { givenIdea, hire } from "../../support/database";
import { unzip } from "../../support/unzip";

let grace: Actor;
let departmentId: string;

const evil = '=HYPERLINK("http://evil.example","Bicycle racks")';

beforeAll(async () => {
  grace = await hire({ name: "Grace Whitfield", roles: ["executive"] });
  departmentId = (await db.department.create({ data: { name: "Logistics" } })).id;
  await givenIdea({ title: evil, votes: 6, daysOld: 300, departmentId });
  await givenIdea({ title: "Ein Fahrradkeller für Łódź 🚲", votes: 2, daysOld: 90, departmentId });
  await rebuildInsights();
});

async function bytesOf({ pieces }: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(parts);
}

const take = async (asked: Record<string, string>, actor = grace) =>
  bytesOf(await takeAlong(actor, exportInput.parse(asked)));
const exported = () => db.event.findMany({ where: { type: "insights.exported" }, orderBy: { id: "asc" } });
const wordsIn = (xml: string) => xml.replace(/<[^>]+>/g, " ");

it.each(["csv", "xlsx", "pptx"])(
  "a %s file says which months and units it is about, as of when, and who took it",
  async (format) => {
    const bytes = await take({ format, part: "all", department: departmentId, from: "2026-01", to: "2026-12" });
    const said = format === "csv" ? bytes.toString() : wordsIn(Object.values(unzip(bytes)).join(" "));

    expect(said).toContain("Jan 2026 to Dec 2026");
    expect(said).toContain("Logistics");
    expect(said).toMatch(/Figures of/);
    expect(said).toMatch(/Exported on/);
    expect(said).toContain("Grace Whitfield");
  },
);

it("a PDF names its author in what programs read of it, and is written in its reader's language", async () => {
  const bytes = (await take({ part: "all" })).toString("latin1");

  expect(bytes.startsWith("%PDF-")).toBe(true);
  expect(bytes).toContain("Grace Whitfield");
  expect(bytes).toMatch(/\/Lang \(en\)/);
});

const pagesIn = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length;

it("the leader's page is one page however much there is to tell", async () => {
  for (let nth = 0; nth < 30; nth += 1)
    await givenIdea({ title: `Another rack, at gate ${nth}, for those who come by bicycle`, votes: 1, daysOld: 200 });
  await rebuildInsights();

  expect(pagesIn(await take({ from: "2020-01" }))).toBe(1);
  expect(pagesIn(await take({ part: "all", from: "2020-01" }))).toBeGreaterThan(3);
});

it("what begins like a formula is a text in a table and in a workbook", async () => {
  const table = (await take({ format: "csv" })).toString();
  expect(table).toContain(`"'${evil.replaceAll('"', '""')}"`);

  const workbook = unzip(await take({ format: "xlsx" }));
  const sheets = Object.entries(workbook).filter(([name]) => name.startsWith("xl/worksheets/"));
  expect(sheets.length).toBeGreaterThan(2);
  expect(sheets.filter(([, xml]) => /<f[ >]/.test(xml)).map(([name]) => name)).toEqual([]);
  expect(Object.values(workbook).join()).toContain("=HYPERLINK(");
});

it("numbers of a workbook are numbers, with their unit as their format", async () => {
  const { "xl/styles.xml": styles = "", ...workbook } = unzip(await take({ format: "xlsx", part: "all" }));

  expect(Object.values(workbook).join()).toMatch(/<c r="B\d+"[^>]*><v>\d/);
  expect(styles).toContain('formatCode="0.0%"');
});

it("slides carry charts that can be changed", async () => {
  const deck = Object.keys(unzip(await take({ format: "pptx", part: "all" })));

  expect(deck.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThan(1);
});

it("slides tell lines apart by their dashes, not by colour alone", async () => {
  const deck = Object.values(unzip(await take({ format: "pptx", part: "pipeline" })));
  const chart = deck.find((xml) => xml.includes("<c:lineChart>")) ?? "";

  const dashes = [...chart.matchAll(/<c:ser>.*?<a:prstDash val="(\w+)"/gs)].map(([, dash]) => dash);
  expect(dashes.length).toBeGreaterThan(1);
  expect(new Set(dashes).size).toBe(dashes.length);
});

it("is on the record with what was asked", async () => {
  const before = (await exported()).length;
  await take({ format: "csv", part: "pipeline", department: departmentId });

  const events = (await exported()).slice(before);
  expect(events).toMatchObject([
    {
      actorId: grace.id,
      subjectId: grace.id,
      payload: { part: "pipeline", format: "csv", filter: { department: departmentId } },
    },
  ]);
});

it("nobody takes along what they may not read, and nothing is on the record", async () => {
  const before = (await exported()).length;
  const samuel = await hire({ roles: ["employee", "reviewer"] });

  await expect(take({ format: "csv" }, samuel)).rejects.toMatchObject({ code: "forbidden" });
  expect(await exported()).toHaveLength(before);
});
