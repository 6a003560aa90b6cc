import { join, resolve } from "node:path";
import { foundOrganisation } from "@/__tests__/support/database";
import { sealEvents } from "@/lib/audit/seal-events";
import { verifyChain } from "@/lib/audit/verify-chain";
import { type Reviewed, realReview, reasonsOf, replay, scriptOf, titleOf, type Wordings } from "./replay";

/** All 2,679 take minutes, so only where they are asked for. */
const folder = process.env.REAL_DATA;
if (!folder)
  console.warn("NOT RUN: the whole moderation of the UK petitions. Set REAL_DATA to the folder of the real data.");

/** The city publishes a kind, and mostly a reason; of what it did not admit, nothing but that. */
const valladolid: Wordings = {
  declined: {
    "Competencia o encaje legal": {
      kind: "out_of_scope",
      words: "No es competencia municipal o no tiene encaje legal.",
    },
    "Inviabilidad técnica o económica": { kind: "not_feasible", words: "Es inviable técnica o económicamente." },
    "Ya previsto o en ejecución": { kind: "already_exists", words: "Ya está previsto o en ejecución." },
    "Mantenimiento ordinario": { kind: "out_of_scope", words: "Es una tarea de mantenimiento ordinario." },
    "Sin motivo suficiente": { kind: "not_now", words: "Descartada sin motivo suficiente publicado." },
    "Sin motivo publicado": { kind: "not_now", words: "Descartada sin motivo publicado." },
    "Descartada / inadmitida por la mesa": { kind: "not_now", words: "Descartada o inadmitida por la mesa." },
    Inadmitida: { kind: "out_of_scope", words: "Inadmitida sin motivo publicado." },
  },
  closed: "",
};

/** What the petitions' own site says for each of its codes; of "already-happening" our own words. */
const petitions: Wordings = {
  declined: {
    duplicate: { kind: "already_exists", words: "There’s already a petition about this issue." },
    irrelevant: {
      kind: "out_of_scope",
      words: "It’s about something that the UK Government or Parliament is not responsible for.",
    },
    "no-action": {
      kind: "not_feasible",
      words: "It’s not clear what the petition is asking the UK Government or Parliament to do.",
    },
    "already-happening": { kind: "already_exists", words: "It asks for something that is already happening." },
    honours: { kind: "out_of_scope", words: "It’s about honours or appointments." },
    "fake-name": { kind: "out_of_scope", words: "It was created using a fake or incomplete name." },
    foi: { kind: "out_of_scope", words: "It’s an FOI request." },
  },
  closed: "All petitions run for six months; this one is closed.",
};

/** Where an idea ended, and what its readers are told: the same for the real one and the replayed one. */
const ending = ({ title, status, survivorId }: Reviewed, reasons: string[]) => ({ title, status, survivorId, reasons });

/** Replays it, compares every idea, and answers how many there are of what. */
async function expectSameEnd(real: Reviewed[], wordings: Wordings): Promise<Record<string, number>> {
  const ended = await replay(real, wordings);
  const wanted = real.map((idea) => ending({ ...idea, title: titleOf(idea) }, reasonsOf(scriptOf(idea, wordings))));
  const found = real.map(({ id }) => {
    const idea = ended.get(id) as Reviewed;
    return ending(
      idea,
      idea.decisions.map(({ reason }) => reason ?? ""),
    );
  });
  expect(found).toEqual(wanted);

  const count = (is: (idea: Reviewed) => boolean) => real.filter(is).length;
  const states = [...new Set(real.map(({ status }) => status))].sort();
  return {
    ...Object.fromEntries(states.map((status) => [status, count((idea) => idea.status === status)])),
    worded: count((idea) => scriptOf(idea, wordings).isWorded),
    retitled: count((idea) => titleOf(idea) !== idea.title),
  };
}

beforeEach(foundOrganisation);

it("Valladolid's whole review ends as it did: the same states, reasons and merges", async () => {
  const real = await realReview(resolve("demo/valladolid-ideas.csv.gz"), "valladolid-ideas");

  expect(await expectSameEnd(real, valladolid)).toEqual({
    accepted: 84,
    declined: 174,
    merged: 61,
    submitted: 350,
    worded: 58,
    retitled: 6,
  });
}, 300_000);

it("every kind of end that the UK petitions know ends as it did", async () => {
  const real = await realReview(join(__dirname, "uk-petitions-excerpt.jsonl"), "uk-petitions");

  expect(await expectSameEnd(real, petitions)).toEqual({
    archived: 8,
    declined: 23,
    merged: 2,
    submitted: 5,
    worded: 10,
    retitled: 0,
  });
}, 300_000);

(folder ? it : it.skip)(
  "the whole moderation of the UK petitions ends as it did",
  async () => {
    const real = await realReview(join(folder ?? "", "en_uk_petitions.jsonl.gz"), "uk-petitions");

    expect(await expectSameEnd(real, petitions)).toEqual({
      archived: 715,
      declined: 1_432,
      merged: 414,
      submitted: 118,
      worded: 20,
      retitled: 0,
    });
  },
  600_000,
);

it("all of it is in the log, sealed, and holds", async () => {
  await sealEvents();
  const { fault, events } = await verifyChain();

  expect(fault).toBeNull();
  expect(events).toBeGreaterThan(1_000n);
});
