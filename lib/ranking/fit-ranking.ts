import { z } from "zod";
import { db, type Prisma } from "../platform/db/client";
import { currentFit, type Fit } from "./fit";
import { defaultCurve, fitPositions } from "./position-bias";
import { fitPrior } from "./prior";
import { defaultPrior } from "./support-rate";

/** The ideas that most people have seen tell of all; with so many of them more add nothing but work. */
const MOST_IDEAS = 2_000;

/** Ideas that fewer people have seen tell next to nothing of how much support is usual. */
const FEWEST_SIGHTINGS = 10;

/** A new fit that is so near to the old one would change no order worth the work of computing all scores anew. */
const NEAR = 0.05;

const cell = z.object({ idea: z.string(), band: z.number(), people: z.number(), supporters: z.number() });

/** How many people first saw each idea at each band, and how many of them support it. */
const listCells = async () =>
  z.array(cell).parse(
    await db.$queryRaw`
      with known as materialized (
        select idea_id
          from idea_rank
         where sightings >= ${FEWEST_SIGHTINGS}::int
         order by sightings desc, idea_id
         limit ${MOST_IDEAS}::int
      ), shown as (
        select e.idea_id, e.band, sum(e.people)::int as people
          from known k
          join exposure e on e.idea_id = k.idea_id
         where e.band > 0
         group by e.idea_id, e.band
      ), supporting as (
        select m.idea_id, m.band, count(*)::int as supporters
          from known k
          join vote v on v.idea_id = k.idea_id
          join impression m on m.idea_id = v.idea_id and m.person_id = v.voter_id
         where m.band > 0
         group by m.idea_id, m.band
      )
      select idea_id as idea, band, people, coalesce(supporters, 0) as supporters
        from shown
        left join supporting using (idea_id, band)`,
  );

/** The middle idea's imported supporters, per source; without a source under the empty name. */
async function listMedians(): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ source: string; median: number }[]>`
    select coalesce(i.source_id, '') as source,
           percentile_cont(0.5) within group (order by x.supporters)::float8 as median
      from external_support x
      join idea i on i.id = x.idea_id
     where x.supporters > 0
     group by i.source_id`;
  return Object.fromEntries(rows.map(({ source, median }) => [source, median]));
}

/** Per idea: the attention it had at this curve, and its supporters among those who saw it. */
function countsOf(cells: z.output<typeof cell>[], curve: number[]) {
  const counts = new Map<string, { seen: number; supporters: number }>();
  for (const { idea, band, people, supporters } of cells) {
    const count = counts.get(idea) ?? { seen: 0, supporters: 0 };
    count.seen += people * (curve[band - 1] ?? 0);
    count.supporters += supporters;
    counts.set(idea, count);
  }
  return [...counts.values()];
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));

/** Whether every figure of one fit lies near that of the other. */
function isSame(old: Fit, fitted: Omit<Fit, "id">): boolean {
  const sources = new Set([...Object.keys(old.imported), ...Object.keys(fitted.imported)]);
  const figures = ({ prior, curve, imported }: Omit<Fit, "id">) => [
    prior.alpha / (prior.alpha + prior.beta),
    prior.alpha + prior.beta,
    ...curve,
    ...[...sources].map((source) => imported[source] ?? 0),
  ];
  const before = figures(old);
  return figures(fitted).every((figure, n) => isNear(figure, before[n] ?? Number.NaN));
}

/**
 * Learns from this organisation's own log how much attention a position gets and how much support is usual, wherever it
 * says enough; where it does not, the published defaults stand. Scores are computed anew when that changes something.
 */
export async function fitRanking(): Promise<void> {
  const [cells, imported, old] = await Promise.all([listCells(), listMedians(), currentFit()]);
  const ownCurve = fitPositions(cells);
  const curve = ownCurve ?? defaultCurve;
  const counts = countsOf(cells, curve);
  const ownPrior = fitPrior(counts);
  const prior = ownPrior ?? defaultPrior;
  // The first one is written down in any case: what was ranked before there was any is then computed anew.
  if (old.id !== null && isSame(old, { prior, curve, imported })) return;

  const evidence = { ideas: counts.length, isOwnCurve: ownCurve !== null, isOwnPrior: ownPrior !== null };
  await db.rankingFit.create({
    data: { ...prior, curve, imported: imported satisfies Prisma.InputJsonObject, evidence },
  });
}
