import { chanceOf, shuffled, stream } from "./chance";
import { precisionAtTen } from "./measures";
import type { Conversation } from "./polis";
import type { World } from "./portal";

/** How often each person comes. Chosen by us. */
const VISITS = 3;

/** A statement's truth is known once so many of the half that is kept back were asked about it. Chosen by us. */
const ASKED = 10;

/** How a replay shows and tells. */
export type Circumstances = {
  /** Only what a person really was asked about is shown to them; else what is not known is drawn. */
  isKnownOnly: boolean;
  /** Attention at place k is k to the power of minus this. */
  steepness: number;
  /** Which share of those who agree also vote. */
  willingness: number;
};

type Counts = { agreed: Float64Array; asked: Float64Array; against: Float64Array };

function count({ votes, born }: Conversation, voters: readonly number[]): Counts {
  const ideas = born.length;
  const [agreed, asked, against] = [new Float64Array(ideas), new Float64Array(ideas), new Float64Array(ideas)];
  for (const voter of voters)
    for (let idea = 0; idea < ideas; idea++) {
      const said = votes[voter * ideas + idea]!;
      if (said === 2) continue;
      asked[idea]!++;
      if (said === 1) agreed[idea]!++;
      if (said === -1) against[idea]!++;
    }
  return { agreed, asked, against };
}

/** A conversation of which one half of the voters come to a portal, while the other half says what is true. */
export function replayed(conversation: Conversation, seed: number): (circumstances: Circumstances) => World {
  const { born, votes, voters, came } = conversation;
  const ideas = born.length;
  const random = stream(seed);
  const everybody = shuffled([...Array(voters).keys()], random);
  const [kept, coming] = [everybody.slice(0, voters >> 1), everybody.slice(voters >> 1)];
  const [truly, here] = [count(conversation, kept), count(conversation, coming)];
  const truth = Float64Array.from(born, (_, idea) =>
    truly.asked[idea]! >= ASKED ? (truly.agreed[idea]! + 1) / (truly.asked[idea]! + 2) : Number.NaN,
  );
  const last = Math.max(...born, ...came.filter((at) => !Number.isNaN(at)));
  const visits = coming
    .flatMap((voter, person) => {
      const first = Number.isNaN(came[voter]!) ? random() * last : came[voter]!;
      return Array.from({ length: VISITS }, (_, visit) => ({
        person,
        at: visit === 0 ? first : first + random() * (last - first),
      }));
    })
    .sort((a, b) => a.at - b.at);
  const all = Int32Array.from(born.keys());
  const known = coming.map((voter) => all.filter((idea) => votes[voter * ideas + idea] !== 2));

  return ({ isKnownOnly, steepness, willingness }) => ({
    seed,
    born,
    truth,
    visits,
    people: coming.length,
    candidates: isKnownOnly ? (person) => known[person]! : () => all,
    attention: (position) => position ** -steepness,
    opinion: (person, idea) => {
      const said = votes[coming[person]! * ideas + idea]!;
      const opinion = said === 2 ? drawnOpinion(here, idea, chanceOf(seed + 3, person, idea)) : said;
      return opinion === 1 && chanceOf(seed + 5, person, idea) > willingness ? 0 : opinion;
    },
  });
}

function drawnOpinion({ agreed, asked, against }: Counts, idea: number, chance: number): number {
  if (asked[idea]! === 0) return 0;
  if (chance < agreed[idea]! / asked[idea]!) return 1;
  return chance < (agreed[idea]! + against[idea]!) / asked[idea]! ? -1 : 0;
}

/** What asking everybody of one half about everything would find of the other half's ten best: no order can do better. */
export function mostPossible(conversation: Conversation, seed: number): number {
  const everybody = shuffled([...Array(conversation.voters).keys()], stream(seed));
  const [kept, coming] = [everybody.slice(0, everybody.length >> 1), everybody.slice(everybody.length >> 1)];
  const [truly, here] = [count(conversation, kept), count(conversation, coming)];
  const there = [...conversation.born.keys()].filter((idea) => truly.asked[idea]! >= ASKED);
  const rate = ({ agreed, asked }: Counts) => there.map((idea) => (agreed[idea]! + 1) / (asked[idea]! + 2));
  return precisionAtTen(rate(here), rate(truly));
}
