import fc from "fast-check";
import { hire } from "@/__tests__/support/database";
import { db } from "@/lib/platform/db/client";
import { moveIdea } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";
import { fileOf, importIdeas, importMapped, importPath, settled, simpleMapping } from "./importing";

beforeEach(async () => {
  await db.$executeRaw`truncate import_source, idea, comment, person, category, tag, place, import_record, import_run, import_link cascade`;
});

const ideas = () => db.idea.findMany({ orderBy: { title: "asc" } });

it("creates ideas once: the second time everything is unchanged", async () => {
  const rows = ["1,One,Body,2026-01-01,", "2,Two,Body,2026-01-02,"];

  expect((await importIdeas(rows)).figures).toEqual({ read: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
  expect((await importIdeas(rows)).figures).toEqual({ read: 2, created: 0, updated: 0, unchanged: 2, rejected: 0 });
  expect((await ideas()).map(({ title, status, version }) => [title, status, version])).toEqual([
    ["One", "submitted", 1],
    ["Two", "submitted", 1],
  ]);
});

it("updates what the source changed, and keeps how it read before", async () => {
  await importIdeas(["1,One,Before,2026-01-01,", "2,Two,Same,2026-01-02,"]);
  const { figures } = await importIdeas(["1,One,After,2026-01-01,", "2,Two,Same,2026-01-02,"]);

  expect(figures).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await ideas())[0]).toMatchObject({ body: "After", plain: "After", version: 2 });
  expect(await db.ideaRevision.findMany()).toMatchObject([{ version: 1, body: "Before", editedById: null }]);
});

it("does not take back a state that somebody decided on here", async () => {
  await importIdeas(["1,One,Before,2026-01-01,"]);
  const [idea] = await ideas();
  const { version } = await db.review.findUniqueOrThrow({ where: { ideaId: idea!.id } });
  await moveIdea(await hire({ roles: ["reviewer"] }), moveInput.parse({ ideaId: idea!.id, version, to: "in_review" }));
  await importIdeas(["1,One,After,2026-01-01,"]);

  expect(await ideas()).toMatchObject([{ body: "After", status: "in_review" }]);
});

it("takes the same text under another id for another idea", async () => {
  await importIdeas(["1,One,Body,2026-01-01,", "2,One,Body,2026-01-01,"]);

  expect(await db.idea.count()).toBe(2);
});

it("refuses an id that the file has had already, in every run", async () => {
  const rows = ["1,One,,2026-01-01,", "1,Other,,2026-01-01,", "2,Two,,2026-01-01,"];

  expect((await importIdeas(rows)).figures).toMatchObject({ created: 2, rejected: 1 });
  expect((await importIdeas(rows)).figures).toMatchObject({ unchanged: 2, rejected: 1 });
  expect(await db.importReject.findMany()).toMatchObject([
    { line: 3, externalId: "1", reason: "transfer.idRepeated", detail: { line: 2 } },
  ]);
});

it("refuses a repeated id also in a file that first says what is known", async () => {
  await importIdeas(["1,One,,2026-01-01,"]);
  const rows = ["1,One,,2026-01-01,", "1,Other,,2026-01-01,"];

  expect((await importIdeas(rows)).figures).toMatchObject({ unchanged: 1, rejected: 1 });
  expect((await importIdeas(rows)).figures).toMatchObject({ unchanged: 1, rejected: 1 });
});

it("keeps the file's order among ideas of one day", async () => {
  await importIdeas(["9,First,,2026-01-01,", "1,Second,,2026-01-01,", "5,Third,,2026-01-01,"]);
  const inOrder = await db.idea.findMany({ orderBy: { submittedAt: "asc" } });

  expect(inOrder.map(({ title }) => title)).toEqual(["First", "Second", "Third"]);
  expect(new Set(inOrder.map(({ submittedAt }) => submittedAt?.getTime())).size).toBe(3);
});

it("refuses what cannot be an idea, with the reason", async () => {
  await importIdeas([",No id,,2026-01-01,", "1,  ,,2026-01-01,", "2,No date,,soon,"]);

  expect((await db.importReject.findMany({ orderBy: { row: "asc" } })).map(({ reason }) => reason)).toEqual([
    "transfer.idMissing",
    "transfer.titleMissing",
    "transfer.dateUnreadable",
  ]);
});

it("rejects only the row that the database refuses, not its neighbours", async () => {
  const years = ["2026", "2026", "2026", "2026"].map((year, index) => `${index},Idea ${index},,${year}-01-01,`);
  await db.$executeRaw`alter table idea add constraint no_two check (title <> 'Idea 2')`;
  const { figures } = await importIdeas(years);
  await db.$executeRaw`alter table idea drop constraint no_two`;

  expect(figures).toEqual({ read: 4, created: 3, updated: 0, unchanged: 0, rejected: 1 });
});

it("counts the same when it is only tried out, and changes nothing", async () => {
  await importIdeas(["1,One,Before,2026-01-01,", "2,Two,,2026-01-02,"]);
  const rows = [
    "1,One,After,2026-01-01,",
    "2,Two,,2026-01-02,",
    "3,Three,,2026-01-01,",
    "3,Again,,2026-01-01,",
    "4,,,x,",
  ];
  const before = [await db.importRecord.findMany(), await db.importRun.findMany(), await ideas()];
  const tried = await importIdeas(rows, { dryRun: true });

  expect([await db.importRecord.findMany(), await db.importRun.findMany(), await ideas()]).toEqual(before);
  expect((await importIdeas(rows)).figures).toEqual(tried.figures);
  expect(tried.figures).toEqual({ read: 5, created: 1, updated: 1, unchanged: 1, rejected: 2 });
});

it("imports whatever Valladolid's file holds", async () => {
  const header =
    "id,zona_id,zona,fecha,titulo,titulo_publicado,descripcion,ubicacion,lat,lon,autor_tipo,autor,categorias,apoyos,estado,agrupada_en,decision_mesa,motivo_tipo,motivo,importe_eur,url";
  const rows = [
    '7,1,"Zona Sur 2: Covaresa, La Rubia",2026-01-09,Un\u00a0parque,x,"Un <b>parque</b>\nQuiero participar en la mesa de zona de mi propuesta.",Calle A,,,organizacion,Asociación B,Bebés | Deportes | VÍA,12,final_votacion,,Seleccionada,,,1234.5,https://example.org/7',
    "8,1,Zona Sur 2: Covaresa,2026-01-08,Otro,x,,,,,otra,u_0f452b8851,,3,inadmitida,,,Competencia,No es nuestro.,,javascript:alert(1)",
  ];
  await importPath(fileOf([header, ...rows].join("\n")), "valladolid-ideas");
  const [second, first] = await db.idea.findMany({
    orderBy: { title: "asc" },
    include: {
      place: true,
      category: true,
      tags: { include: { tag: true } },
      support: true,
      estimate: true,
      decisions: true,
      author: true,
    },
  });

  expect(first).toMatchObject({
    title: "Un parque",
    body: "Un \\<b>parque\\</b>\n\n## Ubicación\n\nCalle A",
    status: "accepted",
    language: "es",
    place: { name: "Zona Sur 2", kind: "area" },
    category: { name: "Deportes" },
    support: { supporters: 12, opposed: null },
    estimate: { amountMinor: 123450n, currency: "EUR" },
    decisions: [{ toStatus: "accepted", kind: "Seleccionada", reason: null }],
    author: { name: "Asociación B", status: "imported", email: null },
    originalUrl: "https://example.org/7",
  });
  expect(first?.tags.map(({ tag }) => tag.name).sort()).toEqual(["bebés", "vía"]);
  expect(second).toMatchObject({
    status: "declined",
    author: { name: "Participante 2B8851" },
    originalUrl: null,
    decisions: [{ toStatus: "declined", kind: "Competencia", reason: "No es nuestro." }],
  });
});

it("keeps of an answer every letter of its reason, and its day wherever it is read", async () => {
  const answered = { decisions: [{ when: { column: "body" }, reason: ["body"], at: "at" }], timeZone: "Europe/Madrid" };
  await importMapped(fileOf("id,title,body,at,into\n1,One,*No*: <2>,2026-01-05,\n"), simpleMapping(answered));
  const decision = await db.decision.findFirstOrThrow();
  const dayIn = (timeZone: string) => decision.decidedAt?.toLocaleDateString("sv", { timeZone });

  expect(decision.reason).toBe("\\*No\\*: \\<2>");
  expect(["America/Santiago", "Europe/Madrid", "Asia/Tokyo"].map(dayIn)).toEqual(Array(3).fill("2026-01-05"));
});

it("leaves out what the mapping says was left by a security scan, and takes withdrawn ideas as such", async () => {
  const rows = [
    '"id";"title";"description";"cached_votes_up";"created_at";"retired_at";"curation_flag"',
    '"1";"testsia";"<p>&lt;a onclick=alert(1)&gt;</p>";"0";"01/01/2024";"";"security_scan"',
    '"2";"Un árbol ";"<p>Más <strong>verde</strong></p>";"3";"01/02/2024";"2024-03-01 10:00:00 +0100";""',
  ];
  const { figures } = await importPath(fileOf(rows.join("\n")), "decide-madrid-ideas");

  expect(figures).toMatchObject({ created: 1, rejected: 1 });
  expect(await ideas()).toMatchObject([{ title: "Un árbol", body: "Más **verde**", status: "withdrawn" }]);
});

it("takes Parliament's petitions with their answers", async () => {
  const petition = {
    id: 1,
    action: "Plant trees",
    background: "More\r\ntrees",
    additional_details: null,
    state: "closed",
    rejection_code: null,
    signature_count: 901913,
    created_at: "2020-03-02T12:06:20.235Z",
    similar_petition_ids: [],
    government_response_at: "2020-06-30T11:39:43.251Z",
    government_response: { summary: "Yes.", details: "Soon.\r\nReally." },
    departments: ["DEFRA", "HMT"],
    topics: ["covid-19"],
    url: "https://petition.parliament.uk/petitions/1",
  };
  await importPath(fileOf(JSON.stringify(petition), "x.jsonl"), "uk-petitions");

  expect(await db.idea.findFirst({ include: { category: true, decisions: true, support: true } })).toMatchObject({
    body: "More\ntrees",
    status: "archived",
    category: { name: "Environment, Food and Rural Affairs" },
    support: { supporters: 901913 },
    decisions: [{ kind: "government response", reason: "Yes.\n\nSoon.\nReally.", toStatus: "archived" }],
  });
});

it("always accounts for every row, whatever a file holds, and says the same the second time", async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "1",
      "2",
      "3",
      "One",
      "2026-01-01",
      "01/02/2024",
      "",
      '"',
      '"x',
      "a\u0000b",
      "😊",
      "\uD800",
      "<script>",
    ),
    fc.string({ maxLength: 6 }),
  );
  const line = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(","));
  const likely = fc
    .tuple(fc.integer({ min: 1, max: 5 }), cell, cell, fc.integer({ min: 1, max: 5 }))
    .map(([id, title, body, into]) => `${id},t${title},${body},2026-01-01,${into}`);

  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(line, likely), { maxLength: 15 }), async (lines) => {
      const path = fileOf(`id,title,body,at,into\n${lines.join("\n")}`);
      const first = await importMapped(path, simpleMapping());
      const second = await importMapped(path, simpleMapping());

      expect(settled(first)).toBe(first.figures.read);
      expect(second.figures).toEqual({
        ...first.figures,
        created: 0,
        updated: 0,
        unchanged: first.figures.created + first.figures.updated + first.figures.unchanged,
      });
    }),
    { numRuns: 40 },
  );
}, 60_000);
