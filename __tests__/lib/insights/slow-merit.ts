import { db } from "@/lib/platform/db/client";

/** What stands in for the usual rate until votes say more: 15 in 100, as if ten people had been asked. */
const USUAL = { alpha: 1.5, beta: 8.5 };

/** So many strips are finer than the eight digits that are compared. */
const STRIPS = 4_000;

/** How likely a rate below a limit is, by adding up the area under the curve in strips; by its root, which is smooth at nought. */
function likelyBelow(limit: number, alpha: number, beta: number): number {
  const height = (root: number) => 2 * root ** (2 * alpha - 1) * (1 - root * root) ** (beta - 1);
  const area = (end: number) => {
    const width = end / STRIPS;
    let sum = 0;
    for (let nth = 0; nth < STRIPS; nth += 1) sum += height((nth + 0.5) * width);
    return sum * width;
  };
  return area(Math.sqrt(limit)) / area(1);
}

/**
 * How likely it is that an idea's support rate lies below what is told as its merit and above what is told as its hope, and
 * what is expected on average, from votes of people to whom no list showed it, and what it had where it was imported from.
 */
export async function slowMerits() {
  const votes = Map.groupBy(await db.vote.findMany(), ({ ideaId }) => ideaId);
  const supporters = new Map((await db.externalSupport.findMany()).map((one) => [one.ideaId, one.supporters]));
  const merged = new Set(
    (await db.merge.findMany()).flatMap(({ duplicateId, survivorId }) => [duplicateId, survivorId]),
  );
  const ranks = await db.ideaRank.findMany();
  return ranks
    .filter(({ ideaId }) => !merged.has(ideaId))
    .map(({ ideaId, merit, expected, hopeful }) => {
      const [direct, elsewhere] = [votes.get(ideaId)?.length ?? 0, supporters.get(ideaId) ?? 0];
      const alpha = USUAL.alpha * (1 + elsewhere / (elsewhere + 100) + direct / (direct + 10));
      return {
        below: likelyBelow(merit, alpha, USUAL.beta),
        expected: expected - alpha / (alpha + USUAL.beta),
        above: 1 - likelyBelow(hopeful, alpha, USUAL.beta),
      };
    });
}
