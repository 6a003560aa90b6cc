import { digamma } from "./digamma";

/** An idea's sightings, each weighed by the attention of its place, and how many of those people support it. */
export type Count = { seen: number; supporters: number };

/** Fewer ideas do not say how ideas differ. With so many the mean is known well, and their spread within a third. */
const IDEAS = 50;

/** An idea says something about that once this many people saw it. Chosen by us. */
const SIGHTINGS = 10;

/** What we expect before anybody saw an idea never counts for less or more people than this. Chosen by us. */
const STRENGTH = { least: 2, most: 200 };

const MOST_ROUNDS = 300;

type Beta = { alpha: number; beta: number };

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);

const meanOf = (counts: Count[]): number =>
  counts.reduce((sum, { supporters }) => sum + supporters, 0) / counts.reduce((sum, { seen }) => sum + seen, 0);

/** From the mean and variance of rates, less what chance adds: Kleinman 1973 with sightings as weights. */
function byMoments(counts: Count[]): Beta {
  const total = counts.reduce((sum, { seen }) => sum + seen, 0);
  const mean = meanOf(counts);
  let [spread, within, room] = [0, 0, 0];
  for (const { seen, supporters } of counts) {
    const rest = 1 - seen / total;
    spread += seen * (supporters / seen - mean) ** 2;
    within += rest;
    room += seen * rest;
  }
  const chance = mean * (1 - mean);
  const alike = between(1e-6, (spread - chance * within) / (chance * (room - within) || 1), 1);
  const strength = between(STRENGTH.least, 1 / alike - 1, STRENGTH.most);
  return { alpha: mean * strength, beta: (1 - mean) * strength };
}

function round({ alpha, beta }: Beta, counts: Count[]): Beta {
  const [atAlpha, atBeta, atBoth] = [digamma(alpha), digamma(beta), digamma(alpha + beta)];
  let [up, down, all] = [0, 0, 0];
  for (const { seen, supporters } of counts) {
    up += digamma(supporters + alpha) - atAlpha;
    down += digamma(seen - supporters + beta) - atBeta;
    all += digamma(seen + alpha + beta) - atBoth;
  }
  return { alpha: (alpha * up) / all, beta: (beta * down) / all };
}

function ofBoundedStrength({ alpha, beta }: Beta, mean: number): Beta {
  const strength = alpha + beta;
  // Where ideas differ less than chance would have it, the turns end on their way to ever more.
  if (strength > STRENGTH.most) return { alpha: mean * STRENGTH.most, beta: (1 - mean) * STRENGTH.most };
  const scale = Math.max(STRENGTH.least / strength, 1);
  return { alpha: alpha * scale, beta: beta * scale };
}

/**
 * What share of those who see an idea of this site support it, and how much ideas differ in that, as a beta
 * distribution; null with fewer than 50 ideas that 10 people saw, or where nobody or everybody supports everything.
 *
 * The beta-binomial distribution of greatest likelihood, by the fixed point of Minka (Estimating a Dirichlet
 * distribution, 2000, equation 65, https://tminka.github.io/papers/dirichlet/), starting from the moments of Kleinman
 * (JASA 68(341), 1973, https://doi.org/10.1080/01621459.1973.10481332). Moments alone would be misled, because an idea's
 * luck decides how often it is shown again; the likelihood is not.
 */
export function fitPrior(counts: Count[]): Beta | null {
  const usable = counts
    .filter(({ seen }) => seen >= SIGHTINGS && Number.isFinite(seen))
    // Sightings count for less further down, so that there may be more supporters than attention.
    .map(({ seen, supporters }) => ({ seen: Math.max(seen, supporters), supporters: Math.max(supporters, 0) }))
    // In a fixed order, because the last digits of sums depend on it.
    .sort((a, b) => a.seen - b.seen || a.supporters - b.supporters);
  if (usable.length < IDEAS || usable.every(({ supporters }) => supporters === 0)) return null;
  if (usable.every(({ seen, supporters }) => seen === supporters)) return null;
  let fit = byMoments(usable);
  for (let turn = 0; turn < MOST_ROUNDS; turn++) {
    const next = round(fit, usable);
    const moved = Math.abs(next.alpha / fit.alpha - 1) + Math.abs(next.beta / fit.beta - 1);
    fit = next;
    if (moved < 1e-6) break;
  }
  return ofBoundedStrength(fit, meanOf(usable));
}
