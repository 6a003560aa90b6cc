import fc from "fast-check";
import type { Actor } from "@/lib/access/actor";
import { db, Prisma } from "@/lib/platform/db/client";
import { listIdeas } from "@/lib/ranking/list-ideas";
import { listAddress } from "@/lib/ranking/schema";
import { answers } from "@/lib/search/answers";
import { givenIdea, hire } from "../../support/database";

const search = (actor: Actor, q: string, rest: object = {}) => listIdeas(actor, listAddress.parse({ q, ...rest }));

/** The titles found, best first. */
const found = async (actor: Actor, q: string, rest: object = {}) =>
  (await search(actor, q, rest)).ideas.map(({ title }) => title);

let ana: Actor;

beforeAll(async () => {
  ana = await hire();
  const tell = (language: string, title: string, body = "", rest: object = {}) =>
    givenIdea({ language, title, body, ...rest });

  await tell("es", "Aparcamiento para bicicletas", "Junto al camión de la fruta, con árboles que den sombra.");
  await tell("es", "Menos ruido en la oficina", "Paneles en el techo y un carril bici hasta la estación.");
  await tell("en", "Charging points for electric bicycles", "So that nobody carries a battery up the stairs.");
  await tell("en", "Quiet rooms", "For calls, and for those who are reading reports about noise.");
  await tell("pt", "Redução do papel nas reuniões", "Enviar as apresentações por e-mail, sem impressões.");
  await tell("es", "Semáforo rojo en la entrada", "El verde dura poco.");
  await tell("es", "Semáforo en el patio", "Sin color todavía.");
  await tell("es", "Un borrador sobre helicópteros", "Nadie lo lee.", { status: "draft", author: ana });
  await tell("en", "A declined idea about zeppelins", "", { status: "declined" });
  await tell("en", "A withdrawn idea about balloons", "", { status: "withdrawn" });
});

describe("finds", () => {
  it.each([
    ["camion", "Aparcamiento para bicicletas"],
    ["CAMIÓN", "Aparcamiento para bicicletas"],
    ["arboles", "Aparcamiento para bicicletas"],
    ["reducao", "Redução do papel nas reuniões"],
  ])("%s whether or not it is typed with its accents", async (q, title) => {
    expect(await found(ana, q)).toEqual([title]);
  });

  it.each([
    ["bicicleta", "Aparcamiento para bicicletas"],
    ["bicycle", "Charging points for electric bicycles"],
    ["report", "Quiet rooms"],
    ["reunião", "Redução do papel nas reuniões"],
    ["impressão", "Redução do papel nas reuniões"],
  ])("%s in whatever number the text has it", async (q, title) => {
    expect(await found(ana, q)).toEqual([title]);
  });

  it.each([
    ["reuniao", "reuniões"],
    ["redução", "redução"],
    ["reduções", "redução"],
    ["apresentação", "apresentações"],
  ])("and marks %s where the text says %s", async (q, hit) => {
    const [idea] = (await search(ana, q)).ideas;
    const pieces = [...(idea?.found?.title ?? []), ...(idea?.found?.excerpt ?? [])];

    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text.toLowerCase())).toEqual([hit]);
  });

  it("what stands in the title before what stands in the text", async () => {
    expect(await found(ana, "noise OR ruido")).toEqual(["Menos ruido en la oficina", "Quiet rooms"]);
  });

  it("only what holds all the words", async () => {
    expect(await found(ana, "carril oficina")).toEqual(["Menos ruido en la oficina"]);
    expect(await found(ana, "carril camión")).toEqual([]);
  });

  it("phrases in quotes as they stand", async () => {
    expect(await found(ana, '"carril bici"')).toEqual(["Menos ruido en la oficina"]);
    expect(await found(ana, '"bici carril"')).toEqual([]);
  });

  it("nothing with a word after a minus, in the language of the text", async () => {
    expect(await found(ana, "semáforo -rojo")).toEqual(["Semáforo en el patio"]);
    expect(await found(ana, "semáforo -rojos")).toEqual(["Semáforo en el patio"]);
  });

  it("an idea by its tag", async () => {
    const idea = await givenIdea({ title: "Something quite different" });
    await db.ideaTag.create({ data: { idea: { connect: { id: idea.id } }, tag: { create: { name: "kitchenette" } } } });

    expect(await found(ana, "kitchenettes")).toEqual(["Something quite different"]);
  });

  it("ideas in listed states, others when asked for", async () => {
    expect(await found(ana, "zeppelin")).toEqual(["A declined idea about zeppelins"]);
    expect(await found(ana, "zeppelin", { state: "submitted" })).toEqual([]);
    expect(await found(ana, "balloon")).toEqual([]);
    expect(await found(ana, "balloon", { state: "withdrawn" })).toEqual(["A withdrawn idea about balloons"]);
  });

  it("nobody's draft, not even for its author, nor the words in it", async () => {
    expect(await search(ana, "helicópteros")).toMatchObject({ ideas: [], mended: null });
    expect(await search(ana, "helicoptero")).toMatchObject({ ideas: [], mended: null });
  });

  it("nothing by filler words alone", async () => {
    expect(await found(ana, "de la")).toEqual([]);
    expect(await found(ana, "the of and")).toEqual([]);
  });

  it("pages of answers, each once", async () => {
    for (let n = 0; n < 5; n++) await givenIdea({ title: `Giraffe number ${n}`, body: "giraffe ".repeat(n) });
    const first = await search(ana, "giraffe", { limit: "2" });
    const second = await search(ana, "giraffe", { limit: "2", cursor: first.next });
    const third = await search(ana, "giraffe", { limit: "2", cursor: second.next });

    const titles = [first, second, third].flatMap(({ ideas }) => ideas.map(({ title }) => title));
    expect(new Set(titles).size).toBe(5);
    expect(await search(ana, "giraffe", { limit: "2", cursor: third.previous })).toEqual(second);
  });
});

describe("best first", () => {
  const withMerit = async (title: string, merit: number, body = "") => {
    const { id } = await givenIdea({ title, body });
    await db.$executeRaw`
      insert into idea_rank (idea_id, votes, comments, trending, changes, merit) values (${id}::uuid, 0, 0, 0, 0, ${merit})
          on conflict (idea_id) do update set merit = excluded.merit`;
  };

  it("of answers that fit alike, those stand first that more of their readers support", async () => {
    for (const merit of [0.1, 0.4, 0.2]) await withMerit(`Walrus with ${merit * 10} tusks`, merit);

    expect(await found(ana, "walrus")).toEqual(["Walrus with 4 tusks", "Walrus with 2 tusks", "Walrus with 1 tusks"]);
  });

  it("what fits twice as well stands first, however well liked the rest is", async () => {
    await withMerit("Something to do with animals", 0.999, "There is an ocelot in it.");
    await withMerit("An ocelot", 0);

    expect(await found(ana, "ocelot")).toEqual(["An ocelot", "Something to do with animals"]);
  });

  it("of a word that very many ideas contain, old ones with it in their titles are not forgotten", async () => {
    const old = await givenIdea({ title: "The first capybara", daysOld: 400 });
    const author = await hire();
    await db.idea.createMany({
      data: Array.from({ length: 450 }, (_, n) => ({
        title: `One of many, ${n}`,
        body: "capybara",
        plain: "A capybara is mentioned here, among many other things that are said.",
        language: "en",
        status: "submitted" as const,
        authorId: author.id,
        submittedAt: new Date(),
      })),
    });

    expect((await search(ana, "capybara")).ideas[0]?.id).toBe(old.id);
  });
});

describe("mistyped words", () => {
  it.each([
    ["bicicelta", "bicicleta", "Aparcamiento para bicicletas"],
    ["aparcamineto", "aparcamiento", "Aparcamiento para bicicletas"],
    ["elektric bicycle", "electric bicycle", "Charging points for electric bicycles"],
    ["apresentasões", "apresentacoes", "Redução do papel nas reuniões"],
  ])("%s are read as %s", async (q, mended, title) => {
    const answer = await search(ana, q);

    expect(answer.ideas.map((idea) => idea.title)).toContain(title);
    expect(answer.mended).toMatchObject({ isApplied: true });
    expect(answer.mended?.q.slice(0, 8)).toBe(mended.slice(0, 8));
  });

  it("page on like any others", async () => {
    for (let n = 0; n < 3; n++) await givenIdea({ title: `Rhinoceros number ${n}` });
    const first = await search(ana, "rhinocerso", { limit: "2" });
    const second = await search(ana, "rhinocerso", { limit: "2", cursor: first.next });

    expect([first.ideas.length, second.ideas.length]).toEqual([2, 1]);
  });

  it("stay as they are when nothing comes near", async () => {
    expect(await search(ana, "xylophonist")).toMatchObject({ ideas: [], mended: null });
  });

  it("are left alone where a minus takes them out, or nothing is mistyped", async () => {
    expect((await search(ana, "carril camión")).mended).toBeNull();
    expect((await search(ana, "zeppelin -bicicelta")).mended).toBeNull();
  });
});

describe("what is shown of an answer", () => {
  it("has the words that were found marked, accents or not", async () => {
    const [idea] = (await search(ana, "camion arboles")).ideas;

    expect(idea?.found?.excerpt.filter(({ isHit }) => isHit)).toEqual([
      { text: "camión", isHit: true },
      { text: "árboles", isHit: true },
    ]);
    expect(idea?.found?.excerpt.map(({ text }) => text).join("")).toContain("Junto al camión de la fruta, con árboles");
  });

  it("has the title marked too, and the beginning of the text when nothing in it was found", async () => {
    const [idea] = (await search(ana, "aparcamiento")).ideas;

    expect(idea?.found?.title).toEqual([
      { text: "Aparcamiento", isHit: true },
      { text: " para bicicletas", isHit: false },
    ]);
    expect(idea?.found?.excerpt).toEqual([{ text: idea?.excerpt, isHit: false }]);
  });

  it("takes markup and our own marks in a text for the text they are", async () => {
    await givenIdea({ title: "Okapi <b>bold</b>", body: "Some \uE000<i>words\uE001 & an okapi" });
    const [idea] = (await search(ana, "okapi")).ideas;

    expect(idea?.found?.title.map(({ text }) => text).join("")).toBe("Okapi <b>bold</b>");
    expect(idea?.found?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["okapi"]);
    expect(idea?.found?.excerpt.map(({ text }) => text).join("")).not.toMatch(/[\uE000\uE001]/);
  });
});

describe("any question", () => {
  const operators = fc.constantFrom(
    '"',
    "-",
    "or",
    "OR",
    "&",
    "|",
    "!",
    "(",
    ")",
    ":*",
    "<->",
    "'",
    "\\",
    "%",
    "*",
    ":A",
    "$1",
    "\0",
  );
  const words = fc.constantFrom(
    "carril",
    "camión",
    "bicicelta",
    "the",
    "de",
    "\uE000",
    "ＡＢＣ",
    "🙂",
    "\uD800",
    "a-b",
    "x@y.z",
  );
  const grammar = fc.array(fc.oneof(operators, words, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 12 });
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.tuple(grammar, fc.constantFrom("", " ")).map(([parts, space]) => parts.join(space)),
  );

  it("is never an error: 10,000 hostile ones to the index", async () => {
    const together = (questions: string[]) =>
      questions.flatMap((question) => {
        const { q } = listAddress.parse({ q: question });
        return q ? [answers(q)] : [];
      });
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 40, maxLength: 40 }), async (questions) => {
        const conditions = [Prisma.sql`false`, ...together(questions)];
        await db.$queryRaw`select count(*)::int from idea_search s where ${Prisma.join(conditions, " or ")}`;
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  it("is never an error: 300 hostile ones to the whole list", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (q) => {
        await search(ana, q, { limit: "1" });
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it("may be as long as it likes", async () => {
    for (const part of ["carril ", "x", '"', "-", "a or ", "ñ̃"]) {
      await expect(search(ana, part.repeat(50_000))).resolves.toBeDefined();
    }
    expect(await found(ana, `carril ${" ".repeat(5_000)}`)).toEqual(["Menos ruido en la oficina"]);
  });
});
