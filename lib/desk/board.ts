import { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { db, Prisma } from "../platform/db/client";
import { isOpen } from "../workflow/overdue";
import { clockSql } from "./clock";
import { draftedSql } from "./queue";
import { whoseSql } from "./queue-views";
import { type Board, boardCard, columns, MOST_COUNTED, type Whose } from "./schema";

const { sql } = Prisma;

/** Cards in a column; the queue shows the rest. */
const CARDS = 15;

/** What ended longer ago than this is done with. */
const LATELY_DAYS = 30;

type Column = (typeof columns)[number];

const open = sql`coalesce(r.due_at, 'infinity'), r.posted_at, r.idea_id`;
const promised = sql`coalesce(r.next_on, 'infinity'), r.idea_id`;
const ended = sql`r.ended_at desc, r.idea_id`;

/** Which reviews stand in each column, and which first: each is one range of one index. */
const among: Record<Column, { condition: Prisma.Sql; order: Prisma.Sql }> = {
  submitted: {
    condition: sql`${isOpen} and r.status = 'submitted'`,
    order: open,
  },
  in_review: {
    condition: sql`${isOpen} and r.status = 'in_review'`,
    order: open,
  },
  accepted: { condition: sql`r.status = 'accepted'`, order: promised },
  in_progress: { condition: sql`r.status = 'in_progress'`, order: promised },
  implemented: { condition: lately(sql`r.status = 'implemented'`), order: ended },
  declined: { condition: lately(sql`r.status = 'declined'`), order: ended },
};

function lately(condition: Prisma.Sql): Prisma.Sql {
  return sql`${condition} and r.ended_at > now() - ${LATELY_DAYS}::int * interval '1 day'`;
}

const cardsOf = (column: Column, mine: Prisma.Sql) => sql`
  (select r.idea_id, ${column}::text as "column", row_number() over (order by ${among[column].order}) as place
     from review r
    where ${among[column].condition}
      and ${mine}
    order by ${among[column].order}
    limit ${CARDS}::int)`;

const countOf = (column: Column, mine: Prisma.Sql) => sql`
  (select count(*)::int
     from (select from review r where ${among[column].condition} and ${mine} limit ${MOST_COUNTED + 1}::int) c)`;

/** The ideas by what has become of them: in each column the most urgent, and how many there are. */
export async function findBoard(actor: Actor, whose: Whose): Promise<Board> {
  authorize(actor, "review.read");
  const { timeZone } = actor;
  const mine = whoseSql[whose](actor);
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw`
      with card as materialized (${Prisma.join(
        columns.map((column) => cardsOf(column, mine)),
        " union all ",
      )})
      select card.column,
             i.id,
             i.title,
             i.language,
             i.author_id as "authorId",
             i.status::text,
             r.version,
             (select p.name from person p where p.id = r.owner_id) as owner,
             r.progress,
             ${clockSql(timeZone)}
        from card
        join idea i on i.id = card.idea_id
        join review r on r.idea_id = card.idea_id
        join idea_tally n on n.idea_id = card.idea_id
       where ${visibleIdeasSql(actor)}
       order by card.place`,
    db.$queryRaw<{ counts: number[]; drafted: number }[]>`
      select array[${Prisma.join(columns.map((column) => countOf(column, mine)))}] as counts,
             ${draftedSql(actor)} as drafted`,
  ]);
  const cards = z.array(boardCard).parse(rows);
  return {
    drafted: counted?.drafted ?? 0,
    columns: columns.map((status, n) => ({
      status,
      count: counted?.counts[n] ?? 0,
      cards: cards.filter(({ column }) => column === status),
    })),
  };
}
