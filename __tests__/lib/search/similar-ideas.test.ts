import fc from "fast-check";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { compareIdea, listUncompared } from "@/lib/search/compare-ideas";
import { countWords } from "@/lib/search/count-words";
import { knownSimilar, similarIdeas, similarTo } from "@/lib/search/similar-ideas";
import { givenIdea, hire } from "../../support/database";

let ana: Actor;

const tell = (language: string, title: string, body = "", rest: object = {}) =>
  givenIdea({ language, title, body, ...rest });

/** What the clock does, bit by bit. */
async function compareAll(): Promise<void> {
  for (const id of await listUncompared(1_000)) await compareIdea(id);
}

/** The titles found for what somebody has written, best first. */
const found = async (title: string, rest: object = {}) =>
  (await similarIdeas(ana, { title, ...rest })).map((idea) => idea.title);

const charging = "Charging points for electric bicycles";
const calls = "Quiet rooms for calls";

beforeAll(async () => {
  ana = await hire();
  await tell("en", charging, "So that nobody carries a battery up the stairs.");
  const declined = await tell("en", calls, "", { status: "declined" });
  await db.decision.create({
    data: {
      ideaId: declined.id,
      fromStatus: "in_review",
      toStatus: "declined",
      kind: "too_costly",
      reason: "Each booth costs more than a desk.",
      decidedAt: new Date("2026-05-04T10:00:00Z"),
    },
  });
  await tell("en", "A draft about charging electric bicycles", "", { status: "draft", author: ana });
  await tell("es", "Semáforo en la avenida de los Tilos", "Los coches pasan demasiado deprisa.");
  for (const thing of ["canteen", "printer", "lobby", "garden", "archive", "workshop"])
    await tell("en", `A proposal for the ${thing}`, `It would be good for everybody to have a better ${thing}.`);
  await countWords();
});

it("finds what says the same in other words' endings", async () => {
  const [first] = await similarIdeas(ana, { title: "Charge an electric bicycle" });

  expect(first).toMatchObject({ title: charging, status: "submitted", mayVote: true, mine: false });
  expect(first?.shared).toEqual(expect.arrayContaining(["charge", "electric"]));
});

it("never shows a draft, not even one's own", async () => {
  expect(await found("Charging electric bicycles")).toEqual([charging]);
});

it("says of a declined idea when and why, and that it takes no votes", async () => {
  const [first] = await similarIdeas(ana, { title: "Quiet rooms for telephone calls" });

  expect(first).toMatchObject({
    title: calls,
    status: "declined",
    mayVote: false,
    happened: { at: new Date("2026-05-04T10:00:00Z"), kind: "too_costly" },
  });
});

it("marks what is most likely the same, and not what is merely about it", async () => {
  const [same] = await similarIdeas(ana, { title: "Charging points for electric bicycles." });
  const [about] = await similarIdeas(ana, { title: "Rent out electric cars to the neighbours" });

  expect(same?.isProbablySame).toBe(true);
  expect(about?.isProbablySame ?? false).toBe(false);
});

it("finds nothing in filler words alone", async () => {
  expect(await found("It would be for the and of")).toEqual([]);
});

it("forgives slips of the hand", async () => {
  expect(await found("Charging for electirc bicylces everywhere")).toEqual([charging]);
});

it("takes the last word for the beginning of one", async () => {
  expect(await found("Something about elect")).toEqual([charging]);
});

it("looks in the language that something is written in, whatever its form says", async () => {
  expect(await found("Un semáforo para la avenida", { language: "en" })).toEqual([
    "Semáforo en la avenida de los Tilos",
  ]);
});

it("shows at most five", async () => {
  expect(await found("A proposal for the canteen, the printer, the lobby, the garden, the archive")).toHaveLength(5);
});

it("shows a duplicate as the idea that it was merged into, once", async () => {
  const staying = await tell("en", "Umbrellas to borrow at the reception");
  const merged = await tell("en", "Umbrella stand where one can borrow umbrellas", "", { status: "merged" });
  await db.merge.create({ data: { duplicateId: merged.id, survivorId: staying.id } });

  expect(await found("Umbrella stand to borrow an umbrella")).toEqual(["Umbrellas to borrow at the reception"]);
});

it("does not find an idea like itself", async () => {
  const idea = await tell("en", "Quiet rooms for a nap");

  expect((await similarTo(ana, idea.id)).map(({ title }) => title)).toEqual([calls]);
});

it("tells nobody what somebody else's draft is like", async () => {
  const draft = await givenIdea({ status: "draft", title: "Quiet rooms for a nap" });

  await expect(similarTo(ana, draft.id)).rejects.toMatchObject({ code: "not_found" });
});

it("says that one's own idea cannot be supported, and which one supports already", async () => {
  const own = await tell("en", "Lemon trees on the terrace", "", { author: ana });
  const other = await tell("en", "Lemon trees in the canteen's yard");
  await db.vote.create({ data: { ideaId: other.id, voterId: ana.id } });

  const similar = await similarIdeas(ana, { title: "Lemon trees" });

  expect(similar.map(({ ideaId, mayVote, mine }) => ({ ideaId, mayVote, mine }))).toEqual(
    expect.arrayContaining([
      { ideaId: own.id, mayVote: false, mine: false },
      { ideaId: other.id, mayVote: true, mine: true },
    ]),
  );
});

it("says that one supports an idea already, also where one's vote is for a duplicate of it", async () => {
  const staying = await tell("en", "Swings under the old oak");
  const merged = await tell("en", "A swing below the oak", "", { status: "merged" });
  await db.vote.create({ data: { ideaId: merged.id, voterId: ana.id } });
  await db.merge.create({ data: { duplicateId: merged.id, survivorId: staying.id } });

  expect(await similarIdeas(ana, { title: "Swings under the oak" })).toMatchObject([
    { ideaId: staying.id, votes: 1, mine: true },
  ]);
});

it("puts the one with more support first among those that are equally alike", async () => {
  const twins = [
    await tell("en", "Hammocks under the plane trees"),
    await tell("en", "Hammocks under the plane trees"),
  ];
  // The one that would come last without its vote.
  const supported = twins.map(({ id }) => id).toSorted()[1] ?? "";
  await db.vote.create({ data: { ideaId: supported, voterId: ana.id } });

  expect((await similarIdeas(ana, { title: "Hammocks under plane trees" }))[0]?.ideaId).toBe(supported);
});

it("an idea's page knows what it is like once the clock has compared it, and so does the other's", async () => {
  const one = await tell("en", "Telescopes on the roof for clear nights");
  const other = await tell("en", "A telescope for the roof");
  await compareAll();

  const known = async (id: string) => (await knownSimilar(ana, id)).map(({ ideaId }) => ideaId);
  expect(await known(one.id)).toEqual([other.id]);
  expect(await known(other.id)).toEqual([one.id]);
});

it("compares an idea again after an edit, and forgets what it was like before", async () => {
  const one = await tell("en", "Sundials in front of the workshop");
  const other = await tell("en", "Sundials behind the workshop");
  await compareAll();
  await db.idea.update({ where: { id: one.id }, data: { title: "Saxophones for everybody", version: 2 } });
  await compareAll();

  expect((await knownSimilar(ana, other.id)).map(({ ideaId }) => ideaId)).not.toContain(one.id);
});

it("compares an idea again that was edited while it was compared", async () => {
  const { id } = await tell("en", "Trampolines in the atrium");
  // As an edit leaves it that comes once the text has been read.
  await db.compareDue.update({ where: { ideaId: id }, data: { version: 2 } });
  await compareIdea(id);
  expect(await listUncompared(1_000)).toContain(id);

  await db.idea.update({ where: { id }, data: { version: 2 } });
  await compareIdea(id);
  expect(await listUncompared(1_000)).not.toContain(id);
});

it("is still known to others after an edit, though it is more like ten that came since", async () => {
  const other = await tell("en", "Kites for the long meadow");
  const one = await tell("en", "Kites above the meadow");
  await compareAll();
  for (let n = 0; n < 11; n++) await tell("en", "Kites above the meadow");
  await db.idea.update({ where: { id: one.id }, data: { title: "Kites above the meadows", version: 2 } });
  await compareAll();

  const known = { ideaId: other.id, otherId: one.id };
  expect(await db.ideaLikeness.count({ where: { ideaId: one.id } })).toBeGreaterThanOrEqual(10);
  expect(await db.ideaLikeness.count({ where: known })).toBe(1);
});

it("answers whatever is typed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ maxLength: 200 }),
      async (title, body) => {
        const similar = await similarIdeas(ana, { title, body });

        expect(similar.length).toBeLessThanOrEqual(5);
        expect(similar.every(({ similarity }) => similarity >= 0 && similarity <= 1)).toBe(true);
      },
    ),
    {
      numRuns: 60,
      examples: [
        ["it's \\ 'quoted' & | ! <-> :*", "''\\"],
        ["\u0000\ud800", ""],
      ],
    },
  );
});
