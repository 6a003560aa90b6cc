import type { Actor } from "../access/actor";
import { Prisma } from "../platform/db/client";
import { isOpen } from "../workflow/overdue";
import type { View, Whose } from "./schema";

const { sql } = Prisma;

/**
 * A value that a view is ordered by: its column, the same as a number for cursors, and such a number as SQL again.
 * Null is what never comes.
 */
type Sorted = { column: Prisma.Sql; number: Prisma.Sql; value: (key: number | null) => Prisma.Sql };

const never = sql`'infinity'`;
const whole = (key: number, most: number) => Math.trunc(Math.min(Math.max(key, 0), most));

const instant = (column: Prisma.Sql): Sorted => ({
  column,
  number: sql`nullif(extract(epoch from ${column}), 'infinity')::float8`,
  value: (key) => (key === null ? never : sql`to_timestamp(${key}::float8)`),
});
const day = (column: Prisma.Sql): Sorted => ({
  column,
  number: sql`(nullif(${column}, 'infinity') - date '1970-01-01')::float8`,
  value: (key) => (key === null ? never : sql`(date '1970-01-01' + ${whole(key, 1e6)}::int)`),
});
const count = (column: Prisma.Sql): Sorted => ({
  column,
  number: sql`${column}::float8`,
  value: (key) => sql`${whole(key ?? 0, 2e9)}::int`,
});
const float = (column: Prisma.Sql): Sorted => ({ column, number: column, value: (key) => sql`${key ?? 0}::float8` });

/** Which ideas a view shows, and what decides first, at last the id. */
type Shown = {
  among: (whose: Whose) => Prisma.Sql;
  condition: (actor: Actor) => Prisma.Sql;
  sorted: Sorted[];
  way: "asc" | "desc";
};

const reviews = () => sql`review r`;

/**
 * One's own ideas are few and their ranks looked up one by one; of more ideas the ranks are gone through from the best on.
 * The planner, which takes one's own for many, would read the ranks of all ideas.
 */
const withRank = (whose: Whose) =>
  whose === "mine"
    ? sql`review r cross join lateral (select * from idea_rank o where o.idea_id = r.idea_id offset 0) k`
    : sql`idea_rank k join review r on r.idea_id = k.idea_id`;

/**
 * Every view of the queue. Open ideas stand by what is due, and where nothing was promised, as for imported ideas, last,
 * oldest first; or by how many support them.
 */
export const queueViews: Record<View, Shown> = {
  due: {
    among: reviews,
    condition: () => isOpen,
    sorted: [instant(sql`coalesce(r.due_at, 'infinity')`), instant(sql`r.posted_at`)],
    way: "asc",
  },
  support: {
    among: withRank,
    condition: () => isOpen,
    sorted: [count(sql`k.votes`), float(sql`k.trending`)],
    way: "desc",
  },
  waiting: {
    among: reviews,
    condition: () => sql`r.waiting_since is not null`,
    sorted: [instant(sql`r.waiting_since`)],
    way: "asc",
  },
  news: {
    among: reviews,
    condition: ({ timeZone }) => sql`
      r.status in ('accepted', 'in_progress')
      and coalesce(r.next_on, 'infinity') <= (now() at time zone ${timeZone})::date`,
    sorted: [day(sql`coalesce(r.next_on, 'infinity')`)],
    way: "asc",
  },
};

/** Whose ideas, for queries that call the review `r`. */
export const whoseSql: Record<Whose, (actor: Actor) => Prisma.Sql> = {
  mine: ({ id }) => sql`r.owner_id = ${id}::uuid`,
  groups: ({ id }) =>
    sql`r.group_id = any (array(select m.group_id from reviewer_group_member m where m.person_id = ${id}::uuid))`,
  all: () => sql`true`,
  nobody: () => sql`r.owner_id is null`,
};
