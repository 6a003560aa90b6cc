import { db, Prisma } from "../../lib/platform/db/client";
import { alikeIdeas, type Wording } from "../../lib/search/alike-ideas";
import { isProbablySame, LEAST, rankOf, sayTheSame } from "../../lib/search/likeness";
import type { Method } from "./found-pairs";
import type { Pair } from "./labelled-pairs";

async function wordingOf(ideaId: string): Promise<Wording> {
  const [idea] = await db.$queryRaw<Wording[]>`
    select title, plain as body, language from idea where id = ${ideaId}::uuid`;
  if (!idea) throw new Error(`No idea ${ideaId}`);
  return idea;
}

const everything = Prisma.sql`true`;

/** Our own way, with all that is written and with the title alone, and without counting supporters. */
export async function ourMethods(): Promise<Method[]> {
  const ranked = async (ideaId: string, change: (wording: Wording) => Wording, counts: boolean) => {
    const found = await alikeIdeas(everything, change(await wordingOf(ideaId)), ideaId);
    return found
      .filter((candidate) => sayTheSame(candidate) >= LEAST)
      .map((candidate) => ({
        id: candidate.ideaId,
        rank: rankOf({ likeness: sayTheSame(candidate), supporters: counts ? candidate.supporters : 0 }),
      }))
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ id }) => id);
  };
  return [
    { name: "ours", rank: (id) => ranked(id, (wording) => wording, true) },
    { name: "ours, the text alone", rank: (id) => ranked(id, (wording) => wording, false) },
    { name: "ours, typed the title only", rank: (id) => ranked(id, (wording) => ({ ...wording, body: "" }), true) },
  ];
}

/** Which labelled pairs would be marked "probably the same", however far down they were found. */
export async function marksOf(pairs: Pair[], refs: Map<string, string>): Promise<Map<Pair, boolean>> {
  const marks = new Map<Pair, boolean>();
  for (const [a, of] of Map.groupBy(pairs, ({ a }) => a)) {
    const found = await alikeIdeas(everything, await wordingOf(refs.get(a) ?? ""), refs.get(a) ?? "");
    for (const pair of of) {
      const other = found.find(({ ideaId }) => ideaId === refs.get(pair.b));
      marks.set(pair, other !== undefined && isProbablySame(other, pair.language));
    }
  }
  return marks;
}
