/** How much comparing two things with each other has told of the difference between them: one, the other, the weight. */
export type Links = { one: Int32Array; other: Int32Array; weight: Float64Array };

/**
 * What is known of the strengths of `size` things: `prior` of each by itself, and what each link tells of a difference.
 * As a matrix: `prior` times the identity, plus the Laplacian of the links.
 */
export type Information = { size: number; prior: number; links: Links };

/** Newton's method comes back to what one step leaves over. */
const CLOSE_ENOUGH = 1e-5;
const MOST_STEPS = 1_000;

/** The value at a place that is there. */
const at = (values: Float64Array | Int32Array, place: number): number => values[place] as number;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

/** `vector` times the information. */
function times({ prior, links }: Information, vector: Float64Array): Float64Array {
  const { one, other, weight } = links;
  const product = vector.map((value) => prior * value);
  for (let i = 0; i < weight.length; i++) {
    const [a, b] = [at(one, i), at(other, i)];
    const flow = at(weight, i) * (at(vector, a) - at(vector, b));
    product[a] = at(product, a) + flow;
    product[b] = at(product, b) - flow;
  }
  return product;
}

/** The prior, and for each thing the sum of what comes in along the links. */
function incoming({ size, prior, links }: Information, toOne: Float64Array, toOther: Float64Array): Float64Array {
  const sums = new Float64Array(size).fill(prior);
  for (let i = 0; i < toOne.length; i++) {
    const [a, b] = [at(links.one, i), at(links.other, i)];
    sums[a] = at(sums, a) + at(toOne, i);
    sums[b] = at(sums, b) + at(toOther, i);
  }
  return sums;
}

/** The information about each thing as long as all others are held still. */
const diagonal = (information: Information): Float64Array =>
  incoming(information, information.links.weight, information.links.weight);

/**
 * The vector that the information turns into `goal`, by conjugate gradients (Hestenes, Stiefel: Methods of Conjugate
 * Gradients for Solving Linear Systems, 1952), each coordinate in units of its own information.
 */
export function solve(information: Information, goal: Float64Array): Float64Array {
  const own = diagonal(information);
  const found = new Float64Array(information.size);
  const rest = goal.slice();
  let eased = rest.map((value, i) => value / at(own, i));
  let way = eased.slice();
  let left = dot(rest, eased);
  const enough = left * CLOSE_ENOUGH ** 2;
  for (let step = 0; step < MOST_STEPS && left > enough; step++) {
    const ahead = times(information, way);
    const far = left / dot(way, ahead);
    for (let i = 0; i < found.length; i++) {
      found[i] = at(found, i) + far * at(way, i);
      rest[i] = at(rest, i) - far * at(ahead, i);
    }
    eased = rest.map((value, i) => value / at(own, i));
    const now = dot(rest, eased);
    way = way.map((value, i) => at(eased, i) + (now / left) * value);
    left = now;
  }
  return found;
}

/** Messages settle geometrically; a thousandth of a standard error is nothing. */
const SETTLED = 1e-5;
const MOST_ROUNDS = 60;

/** What each link passes on of the things at one end, without what it has itself brought there. */
const passedOn = ({ weight }: Links, ends: Int32Array, sums: Float64Array, brought: Float64Array): Float64Array =>
  weight.map((w, i) => {
    const known = at(sums, at(ends, i)) - at(brought, i);
    return (w * known) / (w + known);
  });

/**
 * The standard error of each strength: the square root of the diagonal of the inverse. The inverse itself has a cell for
 * every two things; its diagonal is found by passing messages along the links, each saying what is known of the thing at
 * its far end without the link: a link of weight w to a thing known with precision c passes on 1 / (1/w + 1/c), as
 * resistors in a row do (Gaussian belief propagation; Weiss, Freeman: Correctness of Belief Propagation in Gaussian
 * Graphical Models of Arbitrary Topology, 2001).
 *
 * Exact where the links form no circle. Where they do, it follows only some of the ways on which uncertainty comes back,
 * and each of the others would add to it (Malioutov, Johnson, Willsky: Walk-Sums and Belief Propagation in Gaussian
 * Graphical Models, JMLR 7, 2006). What it misses of a well-connected crowd is where the crowd as a whole stands: the
 * error lies between the one against all things there could be and the one against the mean of those that are linked.
 * The diagonal of the information alone, as if all others were known exactly, would be smaller than both.
 */
export function standardErrors(information: Information): Float64Array {
  const { links } = information;
  let [toOne, toOther] = [links.weight, links.weight];
  let sums = incoming(information, toOne, toOther);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    [toOne, toOther] = [passedOn(links, links.other, sums, toOther), passedOn(links, links.one, sums, toOne)];
    const next = incoming(information, toOne, toOther);
    const isSettled = next.every((sum, i) => Math.abs(sum - at(sums, i)) < SETTLED * sum);
    sums = next;
    if (isSettled) break;
  }
  return sums.map((sum) => 1 / Math.sqrt(sum));
}
