import { groupsOf, type Pair } from "./labelled-pairs";

/** A way to find ideas like one, best first. */
export type Method = { name: string; rank: (ideaId: string) => Promise<string[]> };

/** What a way has found, by the idea that was asked about. */
export type Found = { name: string; rankings: Map<string, string[]> };

type Hit = { group: string; raw: number; place: number };

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const figure = (value: number) => value.toFixed(3);

/** The mean over groups of duplicates, so that one of fourteen ideas does not count a hundred times. */
function byGroup(hits: Hit[], value: (hit: Hit) => number): number {
  const groups = Map.groupBy(hits, ({ group }) => group);
  return mean([...groups.values()].map((of) => mean(of.map(value))));
}

/** Where the other side of each pair stands; other ideas of its group, which are right answers too, do not stand in its way. */
function hitsOf(pairs: Pair[], refs: Map<string, string>, { rankings }: Found): Hit[] {
  const group = groupsOf(pairs);
  const groupOfId = new Map([...refs].map(([ref, id]) => [id, group(ref)]));
  return pairs
    .filter(({ isSame }) => isSame)
    .map(({ a, b }) => {
      const ranking = rankings.get(a) ?? [];
      const wanted = refs.get(b) ?? "";
      const fair = ranking.filter((id) => id === wanted || groupOfId.get(id) !== group(a));
      return { group: group(a), raw: ranking.indexOf(wanted), place: fair.indexOf(wanted) };
    });
}

const within = (place: number, k: number) => (place >= 0 && place < k ? 1 : 0);

function line(label: string, hits: Hit[]): string {
  return [
    label.padEnd(30),
    byGroup(hits, ({ place }) => within(place, 1)),
    byGroup(hits, ({ place }) => within(place, 5)),
    byGroup(hits, ({ place }) => (place < 0 ? 0 : 1 / (place + 1))),
    mean(hits.map(({ place }) => within(place, 5))),
    mean(hits.map(({ raw }) => within(raw, 1))),
    mean(hits.map(({ raw }) => within(raw, 5))),
    mean(hits.map(({ raw }) => (raw < 0 ? 0 : 1 / (raw + 1)))),
  ]
    .map((value) => (typeof value === "number" ? figure(value).padStart(9) : value))
    .join(" ");
}

function markLine(label: string, of: Pair[], marks: Map<Pair, boolean>): string {
  const same = of.filter(({ isSame }) => isSame);
  const marked = of.filter((pair) => marks.get(pair));
  const right = marked.filter(({ isSame }) => isSame);
  return `  ${label.padEnd(28)} precision ${figure(right.length / (marked.length || 1))} (${right.length} of ${marked.length} marked), recall ${figure(right.length / (same.length || 1))}`;
}

const isHard = ({ isSame, origin }: Pair) => isSame || !["random", "aleatoria"].includes(origin);

/** The figures as a text: by language, first the half that nothing was tuned on. */
export function report(
  pairs: Pair[],
  refs: Map<string, string>,
  isTraining: (pair: Pair) => boolean,
  found: Found[],
  marks: Map<Pair, boolean>,
): string {
  const parts = (["es", "en"] as const).flatMap((language) =>
    [false, true].map((training) => {
      const of = pairs.filter((pair) => pair.language === language && isTraining(pair) === training);
      const same = of.filter(({ isSame }) => isSame);
      const groups = new Set(same.map(({ a }) => groupsOf(pairs)(a)));
      return [
        `${language}, ${training ? "training half" : "held back"}: ${same.length} duplicates in ${groups.size} groups, ${of.length - same.length} other pairs`,
        `${"".padEnd(30)} ${["group@1", "group@5", "MRR", "pair@5", "raw@1", "raw@5", "raw MRR"].map((name) => name.padStart(9)).join(" ")}`,
        ...found.map((one) =>
          line(
            one.name,
            hitsOf(pairs, refs, one).filter((_, n) => same.includes(pairs.filter(({ isSame }) => isSame)[n] as Pair)),
          ),
        ),
        "probably the same:",
        markLine("all labelled pairs", of, marks),
        markLine("without the random ones", of.filter(isHard), marks),
      ].join("\n");
    }),
  );
  return parts.join("\n\n");
}
