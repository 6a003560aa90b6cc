/** An idea that could be shown to somebody. */
export type Candidate = {
  ideaId: string;
  language: string;
  /** Log-odds of being preferred to an average idea, as far as known; 0 at first. */
  strength: number;
  comparisons: number;
  /** Whether it could still turn out to be among the best. */
  isPromising: boolean;
};

/** Which two ideas, and which of them stands left. */
export type DrawnPair = { leftId: string; rightId: string };

/**
 * Of so many pairs one begins with a promising idea, as long as there are any: where the order of the list will be
 * decided, it should be sure. Chosen by us.
 */
const SHARE_OF_PROMISING = 0.5;

/** How much less likely ideas in another language are: wording should not decide. Chosen by us. */
const FOREIGN = 0.25;

/**
 * The fewer comparisons, the likelier. All Our Ideas draws with min(1 / (n + 1), 0.05), which treats everything below 20
 * comparisons alike; here the first few, which tell most, come first.
 */
const thinness = ({ comparisons }: Candidate) => 1 / (comparisons + 1);

/** How much a comparison of these two would tell, from 0 to 1: most where they are even (Fisher information). */
function openness(one: Candidate, other: Candidate): number {
  const p = 1 / (1 + Math.exp(other.strength - one.strength));
  return 4 * p * (1 - p);
}

/** One of `all`, each as likely as its weight says. */
function pick(all: Candidate[], weightOf: (one: Candidate) => number, chance: () => number): Candidate | undefined {
  const weights = all.map(weightOf);
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
  return all.find((_, i) => {
    left -= weights[i] ?? 0;
    return left < 0;
  });
}

/**
 * Two ideas to be compared: one that has been compared little, promising in every other pair, and one beside it that has
 * been compared little as well, is in the same language and about as strong. Their places are left to chance.
 *
 * @param isBarred whether the person has had these two before
 * @param language the one that the person reads
 * @param chance answers numbers from 0 to below 1
 * @returns nothing when no two are left
 */
export function drawPair(
  candidates: Candidate[],
  isBarred: (one: Candidate, other: Candidate) => boolean,
  language: string,
  chance: () => number,
): DrawnPair | null {
  let left = candidates;
  while (left.length > 1) {
    const promising = left.filter(({ isPromising }) => isPromising);
    const wantsPromising = chance() < SHARE_OF_PROMISING;
    const among = wantsPromising && promising.length > 0 ? promising : left;
    const first = pick(among, (one) => thinness(one) * (one.language === language ? 1 : FOREIGN), chance);
    if (!first) return null;
    const others = candidates.filter((other) => other !== first && !isBarred(first, other));
    const weightOf = (other: Candidate) =>
      thinness(other) * openness(first, other) * (other.language === first.language ? 1 : FOREIGN);
    const second = pick(others, weightOf, chance);
    if (second) return chance() < 0.5 ? inOrder(first, second) : inOrder(second, first);
    left = left.filter((one) => one !== first);
  }
  return null;
}

const inOrder = (left: Candidate, right: Candidate): DrawnPair => ({ leftId: left.ideaId, rightId: right.ideaId });
