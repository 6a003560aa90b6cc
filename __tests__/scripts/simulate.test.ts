import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { stream } from "../../scripts/simulate/chance";
import { interval, precisionAtTen, spearman } from "../../scripts/simulate/measures";
import { type OrderName, orders, wilson } from "../../scripts/simulate/orders";
import { type Conversation, readConversations } from "../../scripts/simulate/polis";
import { emptyLog, type Log, vote } from "../../scripts/simulate/portal";
import { replayed } from "../../scripts/simulate/replay";
import { replayFigures } from "../../scripts/simulate/replay-figures";
import { run } from "../../scripts/simulate/run";
import { withSections } from "../../scripts/simulate/sections";

/** Twelve statements and sixty voters, of whom more agree the later a statement was made. */
function conversation(): Conversation {
  const random = stream(1);
  const [statements, voters] = [12, 60];
  return {
    name: "small",
    born: Float64Array.from({ length: statements }, (_, index) => (statements - index) / 4),
    votes: Int8Array.from({ length: statements * voters }, (_, index) =>
      random() < 0.1 ? 2 : random() < 1 - (index % statements) / 13 ? 1 : -1,
    ),
    voters,
    came: Float64Array.from({ length: voters }, () => 5 * random()),
  };
}

const plain = { isKnownOnly: true, steepness: 0.3, willingness: 1 };

it("finds the same with the same seed, and something else with another", () => {
  const figures = (seed: number) => replayFigures([conversation()], "drawn", seed);

  expect(figures(1)).toEqual(figures(1));
  expect(figures(2)).not.toEqual(figures(1));
});

it.each(Object.keys(orders) as OrderName[])(
  "counts each person once per idea, and no vote without a sighting: %s",
  (name) => {
    const small = conversation();
    let log: Log = emptyLog(small.born);
    run(replayed(small, 1)(plain), orders[name](), [], { before: (live) => (log = live) });

    for (const idea of small.born.keys()) {
      const [seen, supporters] = [log.seen, log.supporters].map((counts) =>
        counts.slice(idea * 7, idea * 7 + 7).reduce((sum, count) => sum + count, 0),
      );
      expect(seen).toBeLessThanOrEqual(30);
      expect(supporters).toBeLessThanOrEqual(seen ?? 0);
      expect(log.votes[idea]).toBe(supporters);
    }
  },
);

it("has little to regret where everything that matters is known, and much where the worst is shown", () => {
  const world = replayed(conversation(), 1)(plain);
  const omniscient = { ...orders.votes(), page: byTruth(1) };
  const perverse = { ...orders.votes(), page: byTruth(-1) };
  function byTruth(sign: number) {
    return (_: Log, candidates: Int32Array, { at }: { at: number }) =>
      [...candidates]
        .filter((idea) => world.born[idea]! <= at)
        .sort((a, b) => sign * (world.truth[b]! - world.truth[a]!));
  }

  expect(run(world, omniscient, []).at(-1)?.regret).toBeCloseTo(0, 9);
  expect(run(world, perverse, []).at(-1)?.regret).toBeGreaterThan(0.05);
});

it("shows nothing before it was made", () => {
  const small = conversation();
  const world = replayed(small, 1)(plain);
  for (const make of Object.values(orders))
    run(world, make(), [], {
      after: (page, at) => {
        expect(page.filter((idea) => small.born[idea]! > at)).toEqual([]);
      },
    });
});

/** In which order two ideas stand: the first has ten votes and is 100 hours old, the second two and is two hours old. */
function newcomerFirst(name: OrderName): boolean {
  const log = emptyLog(Float64Array.from([0, 98 / 24]));
  for (let person = 0; person < 10; person++) vote(log, 0, 1, 1);
  for (let person = 0; person < 2; person++) vote(log, 1, 99 / 24, 1);
  const [at, order] = [100 / 24, orders[name]()];
  order.refresh(log, at);
  return order.page(log, Int32Array.from([0, 1]), { person: 0, visit: 0, at, seed: 1 })[0] === 1;
}

it.each([
  ["votes", false],
  ["fider", true],
  ["hackerNews", true],
  ["reddit", true],
  ["newest", true],
  ["perDay", false],
] as const)("orders as the rival does: %s", (name, isNewcomerFirst) => {
  expect(newcomerFirst(name)).toBe(isNewcomerFirst);
});

it("computes Wilson's bound, rank correlation, precision and intervals as books do", () => {
  expect(wilson(8, 10)).toBeCloseTo(0.4902, 4);
  expect(wilson(0, 0)).toBe(0);
  expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8208, 4);
  expect(spearman([1, 1, 1], [1, 2, 3])).toBe(0);
  expect(
    precisionAtTen(
      [...Array(20).keys()],
      [...Array(20).keys()].map((n) => (n < 15 ? n : -n)),
    ),
  ).toBe(0.5);
  expect(interval([1, 2, 3, 4, 5])).toEqual({ mean: 3, half: expect.closeTo(1.3859, 4) });
});

it("reads accepted statements and everybody's last word on them", () => {
  const folder = mkdtempSync(join(tmpdir(), "polis-"));
  expect(readConversations(folder)).toBeNull();

  const write = (name: string, lines: string[]) =>
    writeFileSync(join(folder, `en_polis_${name}.csv.gz`), gzipSync(`${lines.join("\n")}\n`));
  write("statements", [
    "conversation,statement_id,author,created_at,agrees,disagrees,moderated,is_seed,text",
    'town,1,u_a,2020-01-01T00:00:00Z,1,0,accepted,,"Trees, and',
    'benches"',
    "town,2,u_a,2020-01-01T00:00:00Z,1,0,rejected,,Cookies",
    "town,3,u_b,2020-01-03T00:00:00Z,1,0,accepted,,Buses",
  ]);
  write("votes", [
    "conversation,statement_id,voter,vote,voted_at",
    "town,1,u_c,-1,2020-01-02T12:00:00Z",
    "town,1,u_c,1,2020-01-02T00:00:00Z",
    "town,2,u_c,1,2020-01-02T00:00:00Z",
    "town,3,u_d,0,2020-01-04T00:00:00Z",
  ]);

  expect(readConversations(folder)).toEqual([
    {
      name: "town",
      born: Float64Array.from([2, 0]),
      votes: Int8Array.from([2, -1, 0, 2]),
      voters: 2,
      came: Float64Array.from([1, 3]),
    },
  ]);
});

it("writes tables between their marks in the document, and leaves the rest", () => {
  const path = join(mkdtempSync(join(tmpdir(), "document-")), "ranking.md");
  writeFileSync(path, "Before\n<!-- late -->\nold\n<!-- /late -->\nAfter\n");

  expect(withSections(path, { late: "new" })).toBe("Before\n<!-- late -->\n\nnew\n\n<!-- /late -->\nAfter\n");
  expect(() => withSections(path, { other: "new" })).toThrow("no place for other");
});
