import { JSDOM } from "jsdom";
import type { Actor } from "@/lib/access/actor";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { type ExportFormat, exportInput } from "@/lib/insights/schema";
import { takeAlong } from "@/lib/insights/take-along";
import { db } from "@/lib/platform/db/client";
import { foundOrganisation, givenIdea, hire } from "../../support/database";
import { partsOf } from "../../support/unzip";

let leader: Actor;
let departmentId: string;

/** A name that breaks whatever writes it as it is, with all that PostgreSQL keeps and XML does not. */
const hostile = (name: string) => `${name} & <b a='"'>]]>&amp;\u0001\u000b\u001f\ufffe\uffff\u{1fffe} 🚲`;

beforeAll(async () => {
  await foundOrganisation();
  await db.organisation.updateMany({ data: { name: hostile("Johnson & Johnson") } });
  leader = await hire({ name: hostile("Grace"), roles: ["executive"] });
  departmentId = (await db.department.create({ data: { name: hostile("Research") } })).id;
  const categoryId = (await db.category.create({ data: { name: hostile("Safety"), position: 90 } })).id;
  const wordings = { create: { locale: "en", name: hostile("Zero accidents") } };
  await db.goal.create({ data: { position: 90, wordings } });
  for (let nth = 0; nth < 8; nth += 1)
    await givenIdea({
      title: hostile(`Rails ${nth}`),
      author: await hire({ name: hostile(`Ana ${nth}`), departmentId }),
      votes: 1 + nth,
      daysOld: 30 * nth + 1,
      departmentId,
      categoryId,
    });
  await rebuildInsights();
});

const { DOMParser } = new JSDOM("").window;

/** What a strict reader says of each part of an archive that is XML and not well-formed; also of archives within it. */
function brokenIn(archive: Uint8Array): string[] {
  return Object.entries(partsOf(archive)).flatMap(([name, bytes]) => {
    if (/\.xlsx$/.test(name)) return brokenIn(bytes).map((why) => `${name}: ${why}`);
    if (!/\.(xml|rels|vml)$/.test(name)) return [];
    const read = new DOMParser().parseFromString(bytes.toString("utf8"), "application/xml");
    const why = read.querySelector("parsererror")?.textContent;
    return why ? [`${name}: ${why}`] : [];
  });
}

async function taken(format: ExportFormat): Promise<Buffer> {
  const { pieces } = await takeAlong(leader, exportInput.parse({ format, part: "all", department: departmentId }));
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(parts);
}

it.each(["pptx", "xlsx"] as const)(
  "every part of a %s file is read by a strict reader, whatever things are called",
  async (format) => {
    const file = await taken(format);

    expect(brokenIn(file)).toEqual([]);
    const all = Object.values(partsOf(file)).join("");
    const names = [
      "Grace &amp; ",
      "Research &amp; ",
      "Rails 7 &amp; ",
      "Zero accidents &amp; ",
      "Johnson &amp; Johnson &amp; ",
    ];
    expect(names.filter((name) => !all.includes(name))).toEqual([]);
  },
);
