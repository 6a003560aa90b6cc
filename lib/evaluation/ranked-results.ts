import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db, Prisma } from "../platform/db/client";
import { openBookSql } from "./open-book";
import { handedInMarks } from "./queries";
import type { Criterion, Result, ResultOrder, Results, ResultsInput } from "./schema";
import { scoreOf } from "./score";
import { inWords, worded } from "./wording";

/** How many results stand on a page. */
export const RESULTS_ON_PAGE = 50;

const PAGE = RESULTS_ON_PAGE;

const orders: Record<ResultOrder, Prisma.Sql> = {
  mean: Prisma.sql`mean desc`,
  best: Prisma.sql`best desc, mean desc`,
  spread: Prisma.sql`spread desc nulls last, mean desc`,
};

/** The criteria that any evaluation asks for or will, with the weights that were asked for instead of their own. */
async function weighted(actor: Actor, { criterion, weight }: ResultsInput): Promise<Criterion[]> {
  const rows = await db.criterion.findMany({
    where: { scorecard: { isGeneral: true }, OR: [{ retiredAt: null }, { asked: { some: {} } }] },
    ...worded,
    orderBy: { position: "asc" },
  });
  const wanted = new Map(criterion.map((id, index) => [id, weight[index]]));
  return rows.map((row) => inWords(actor.locale, { ...row, weight: wanted.get(row.id) ?? row.weight }));
}

type Row = Omit<Result, "score"> & { evaluationId: string };

/**
 * Evaluated ideas in order of what reviewers made of them, each by its newest evaluation whose marks `actor` may see:
 * one that they may not see is in no order and moves nothing. Weights are taken from the input, else from the scorecard.
 *
 * @returns a page of 50
 * @throws Failure `forbidden`
 */
export async function rankedResults(actor: Actor, input: ResultsInput): Promise<Results> {
  authorize(actor, "review.read");
  const criteria = await weighted(actor, input);
  const rows = await db.$queryRaw<Row[]>`
    with weight as (
      select *
        from unnest(${criteria.map(({ id }) => id)}::uuid[], ${criteria.map((one) => one.weight)}::int[])
          as w (criterion_id, weight)
    ), shown as (
      select distinct on (e.idea_id) e.id, e.idea_id, e.closed_at
        from evaluation e
        join idea i on i.id = e.idea_id
       where ${openBookSql(actor)}
         and exists (select from assessment a where a.evaluation_id = e.id and a.handed_in_at is not null)
       order by e.idea_id, e.begun_at desc, e.id
    ), by_reviewer as (
      select s.id, m.reviewer_id, sum(w.weight * m.value)::float8 / nullif(sum(w.weight), 0) as mean
        from shown s
        join assessment a on a.evaluation_id = s.id and a.handed_in_at is not null
        join mark m on m.evaluation_id = a.evaluation_id and m.reviewer_id = a.reviewer_id
        join weight w on w.criterion_id = m.criterion_id
       group by s.id, m.reviewer_id
    ), by_idea as (
      select id, round(avg(mean)::numeric, 9) as mean, round(max(mean)::numeric, 9) as best, stddev_samp(mean) as spread
        from by_reviewer
       where mean is not null
       group by id
    )
    select s.id as "evaluationId",
           i.id as "ideaId",
           i.title,
           i.language,
           i.status::text,
           s.closed_at is null as "isOpen",
           (select count(*)::int from assessment a where a.evaluation_id = s.id) as assigned,
           (select count(*)::int from assessment a where a.evaluation_id = s.id and a.handed_in_at is not null) as "handedIn"
      from by_idea r
      join shown s on s.id = r.id
      join idea i on i.id = s.idea_id
     order by ${orders[input.order]}, i.submitted_at, i.id
     limit ${PAGE + 1}
    offset ${(input.page - 1) * PAGE}`;
  return { results: await withScores(rows.slice(0, PAGE), criteria), criteria, hasMore: rows.length > PAGE };
}

async function withScores(rows: Row[], criteria: Criterion[]): Promise<Result[]> {
  if (rows.length === 0) return [];
  const marks = Map.groupBy(
    await handedInMarks(rows.map(({ evaluationId }) => evaluationId)),
    ({ evaluationId }) => evaluationId,
  );
  return rows.flatMap(({ evaluationId, ...row }) => {
    const score = scoreOf(marks.get(evaluationId) ?? [], criteria);
    return score ? [{ ...row, score }] : [];
  });
}
