import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db } from "../platform/db/client";
import { keptBack } from "./few-people";
import { type Distance, type DistanceReport, distances, FEWEST_PEOPLE } from "./schema";

/** The marks between a reviewer and an author, summed. */
type Pair = { distance: Distance; reviewerId: string; authorId: string | null; marks: number; sum: number };

/** Marks of evaluations that are settled for everybody, so that the report looks the same to all who may read it. */
const settledPairs = (): Promise<Pair[]> => db.$queryRaw<Pair[]>`
  select a.distance,
         a.reviewer_id as "reviewerId",
         i.author_id as "authorId",
         count(*)::int as marks,
         sum(m.value)::int as sum
    from evaluation e
    join idea i on i.id = e.idea_id
    join assessment a on a.evaluation_id = e.id and a.handed_in_at is not null
    join mark m on m.evaluation_id = a.evaluation_id and m.reviewer_id = a.reviewer_id
   where e.closed_at is not null
   group by a.distance, a.reviewer_id, i.author_id`;

function summed(pairs: Pair[]) {
  const marks = pairs.reduce((all, pair) => all + pair.marks, 0);
  const sum = pairs.reduce((all, pair) => all + pair.sum, 0);
  const reviewers = new Set(pairs.map(({ reviewerId }) => reviewerId)).size;
  const authors = new Set(pairs.flatMap(({ authorId }) => authorId ?? [])).size;
  // A figure is about those who mark and those who are marked; the smaller group is the one to protect.
  return { marks, mean: marks > 0 ? sum / marks : null, people: Math.min(reviewers, authors) };
}

/** Marks by distance between reviewer and author, from who marked whom. Too few people stand behind no figure. */
export function reportOf(pairs: Pair[]): DistanceReport {
  const cells = distances.map((distance) => ({
    distance,
    ...summed(pairs.filter((pair) => pair.distance === distance)),
  }));
  const isHidden = keptBack(cells.map(({ marks, people }) => ({ people: marks > 0 ? Math.max(people, 1) : 0 })));
  const { people, ...total } = summed(pairs);
  return {
    figures: cells.map(({ distance, marks, mean }, index) =>
      isHidden[index] ? { distance, hidden: true } : { distance, marks, mean },
    ),
    total: people >= FEWEST_PEOPLE || total.marks === 0 ? total : null,
  };
}

/**
 * How marks differ with the distance between reviewer and author, over all closed evaluations.
 *
 * @throws Failure `forbidden`
 */
export async function distanceReport(actor: Actor): Promise<DistanceReport> {
  authorize(actor, "review.read");
  return reportOf(await settledPairs());
}
