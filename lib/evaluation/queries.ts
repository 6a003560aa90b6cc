import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { IdeaRef } from "../ideas/schema";
import { findStanding } from "../ideas/standing";
import { db, Prisma } from "../platform/db/client";
import { notFound } from "../platform/errors";
import { openBookSql } from "./open-book";
import type { Assessment, Assessor, Evaluation, MarkSeen, Sheet, Task } from "./schema";
import { scoreOf } from "./score";
import { inWords, worded } from "./wording";

/** More open tasks than anybody can have in view. */
const MOST_TASKS = 200;

const inOrder = { criterion: { position: "asc" } } as const;

/**
 * What `actor` is to mark of an idea, or has marked: the newest round in which they were asked.
 *
 * @throws Failure `not_found` when they were not asked, `forbidden` when they are no reviewer any more
 */
export async function findAssessment(actor: Actor, { ideaId }: IdeaRef): Promise<Assessment> {
  authorize(actor, "idea.review", await findStanding(actor, ideaId));
  const row = await db.assessment.findFirst({
    relationLoadStrategy: "join",
    where: { reviewerId: actor.id, evaluation: { ideaId } },
    orderBy: { evaluation: { begunAt: "desc" } },
    select: {
      version: true,
      handedInAt: true,
      distance: true,
      evaluation: {
        select: {
          closedAt: true,
          hidesAuthor: true,
          noteFrom: true,
          criteria: { select: { criterion: worded }, orderBy: inOrder },
        },
      },
      marks: { select: { criterionId: true, value: true, note: true } },
    },
  });
  if (!row) throw notFound();
  const { evaluation, distance, ...own } = row;
  const { author, ...idea } = await db.idea.findUniqueOrThrow({
    where: { id: ideaId },
    select: { title: true, body: true, language: true, author: { select: { id: true, name: true } } },
  });
  return {
    ideaId,
    ...idea,
    ...own,
    author: evaluation.hidesAuthor ? null : author,
    isAuthorHidden: evaluation.hidesAuthor,
    isOwnTeam: distance === "team" && !evaluation.hidesAuthor,
    isOpen: evaluation.closedAt === null,
    noteFrom: evaluation.noteFrom,
    criteria: evaluation.criteria.map(({ criterion }) => inWords(actor.locale, criterion)),
  };
}

/** What `actor` is to mark and can still change: what waits longest first, then what they have handed in. */
export async function listTasks(actor: Actor): Promise<Task[]> {
  authorize(actor, "review.read");
  return db.$queryRaw<Task[]>`
    select i.id as "ideaId",
           i.title,
           i.language,
           a.assigned_at as "assignedAt",
           a.handed_in_at as "handedInAt",
           (select count(*)::int
              from mark m
             where m.evaluation_id = e.id
               and m.reviewer_id = a.reviewer_id) as marked,
           (select count(*)::int
              from evaluation_criterion c
             where c.evaluation_id = e.id) as asked,
           a.distance = 'team' and not e.hides_author as "isOwnTeam"
      from assessment a
      join evaluation e on e.id = a.evaluation_id
      join idea i on i.id = e.idea_id
     where a.reviewer_id = ${actor.id}::uuid
       and e.closed_at is null
     order by a.handed_in_at is not null, a.assigned_at, i.id
     limit ${MOST_TASKS}`;
}

/** How many ideas `actor` still has to mark. */
export async function countTasks(actor: Actor): Promise<number> {
  authorize(actor, "review.read");
  return db.assessment.count({
    where: { reviewerId: actor.id, handedInAt: null, evaluation: { closedAt: null } },
  });
}

/**
 * How the newest evaluation of an idea stands, and what came of it as far as `actor` may see; null when there was none.
 *
 * @throws Failure `not_found`, or `forbidden` for its author and whoever does not read reviews
 */
export async function findEvaluation(actor: Actor, { ideaId }: IdeaRef): Promise<Evaluation | null> {
  authorize(actor, "evaluation.read", await findStanding(actor, ideaId));
  const [row] = await db.$queryRaw<Newest[]>`
    select e.id,
           e.begun_at as "begunAt",
           e.closed_at as "closedAt",
           e.hides_author as "isAuthorHidden",
           ${openBookSql(actor)} as "isOpenBook"
      from evaluation e
      join idea i on i.id = e.idea_id
     where e.idea_id = ${ideaId}::uuid
     order by e.begun_at desc, e.id
     limit 1`;
  if (!row) return null;
  const { id, isOpenBook, ...evaluation } = row;
  const assessors = await assessorsOf(id);
  const own = assessors.find((assessor) => assessor.id === actor.id);
  const knowsDistance = isOpenBook || !evaluation.isAuthorHidden;
  return {
    ...evaluation,
    assessors: assessors.map((one) => ({ ...one, isOwnTeam: knowsDistance && one.isOwnTeam })),
    sheet: isOpenBook ? await sheetOf(actor, id) : null,
    mine: own?.hasHandedIn ? "handed in" : own && !row.closedAt ? "to mark" : "nothing",
  };
}

type Newest = Pick<Evaluation, "begunAt" | "closedAt" | "isAuthorHidden"> & { id: string; isOpenBook: boolean };

const assessorsOf = (evaluationId: string): Promise<Assessor[]> => db.$queryRaw<Assessor[]>`
  select p.id,
         p.name,
         a.distance = 'team' as "isOwnTeam",
         a.handed_in_at is not null as "hasHandedIn",
         a.changed_at is not null as "hasChanged"
    from assessment a
    join person p on p.id = a.reviewer_id
   where a.evaluation_id = ${evaluationId}::uuid
   order by lower(p.name), p.id`;

/** The marks of some evaluations that were handed in; others are their reviewers' alone. */
export const handedInMarks = (evaluationIds: string[]): Promise<(MarkSeen & { evaluationId: string })[]> =>
  db.$queryRaw`
  select m.evaluation_id as "evaluationId",
         m.reviewer_id as "reviewerId",
         m.criterion_id as "criterionId",
         m.value::int,
         m.note
    from mark m
    join assessment a on a.evaluation_id = m.evaluation_id and a.reviewer_id = m.reviewer_id
   where m.evaluation_id in (${Prisma.join(evaluationIds.map((id) => Prisma.sql`${id}::uuid`))})
     and a.handed_in_at is not null`;

async function sheetOf(actor: Actor, evaluationId: string): Promise<Sheet> {
  const asked = await db.evaluationCriterion.findMany({
    where: { evaluationId },
    select: { criterion: worded },
    orderBy: inOrder,
  });
  const criteria = asked.map(({ criterion }) => inWords(actor.locale, criterion));
  const marks = (await handedInMarks([evaluationId])).map(({ evaluationId: _, ...mark }) => mark);
  return { criteria, marks, score: scoreOf(marks, criteria) };
}
