import { ownCurrency } from "../delivery/own-currency";
import { db, Prisma } from "../platform/db/client";
import { narrowedTo } from "./narrowed";
import type { Scope } from "./scope";
import type { Money } from "./section";

/** What deliveries of some ideas were expected to bring, and what came: benefits less costs, in one currency. */
export type BenefitSum = {
  /** What it is summed up by; null for what belongs to nothing of the kind. */
  key: string | null;
  expected: bigint | null;
  confirmed: bigint | null;
  /** What was stated, but not confirmed yet. */
  unconfirmed: bigint | null;
  /** Ideas of which something is confirmed. */
  ideas: number;
};

/** The first and the last calendar year that figures are about. */
export const yearsOf = ({ months }: Pick<Scope, "months">): { first: number; last: number } => ({
  first: Number(months[0]?.slice(0, 4)),
  last: Number(months.at(-1)?.slice(0, 4)),
});

type Years = { first: number; last: number };

/**
 * All amounts of money of some years, and what each is in the organisation's currency where there is a rate, rounded once;
 * with `offset 0` each is converted once as well, however often the value is used.
 */
const valuedSql = ({ first, last }: Years) => Prisma.sql`
  select l.*,
         case when l.currency = g.currency then l.amount
              else converted(l.amount, c.digits, gc.digits, r.rate)
         end as value
    from (select f.delivery_id, f.year, f.kind, f.currency, f.amount, 'expected' as part
            from forecast f
           where f.year between ${first}::int and ${last}::int
             and f.currency is not null
           union all
          select o.delivery_id, o.year, o.kind, o.currency, o.amount,
                 case when o.confirmed_at is null then 'unconfirmed' else 'confirmed' end
            from outcome o
           where o.year between ${first}::int and ${last}::int
             and o.currency is not null) l
   cross join organisation g
    join currency c on c.code = l.currency
    join currency gc on gc.code = g.currency
    left join exchange_rate r on r.currency = l.currency and r.into_currency = g.currency and r.year = l.year
  offset 0`;

/** The ideas that are asked for, each by its place among all those of its delivery. */
const memberSql = (scope: Scope) => Prisma.sql`
  select m.*, i.department_id, i.category_id
    from (select di.delivery_id,
                 di.idea_id,
                 row_number() over (partition by di.delivery_id order by di.idea_id) as nth
            from delivery_idea di) m
    join idea i on i.id = m.idea_id
   where true ${narrowedTo(scope, "i")}`;

const sums = Prisma.sql`
  sum(expected)::text as expected,
  sum(confirmed)::text as confirmed,
  sum(unconfirmed)::text as unconfirmed,
  count(confirmed)::int as ideas`;

type SumRow = Record<"expected" | "confirmed" | "unconfirmed", string | null> & {
  of: "year" | "department" | "category" | "without";
  key: string | null;
  currency: string | null;
  ideas: number;
};

/**
 * What several ideas brought together is split evenly among them, and what does not come out even goes to the first: the
 * parts always sum up to the whole, whatever they are summed up by. Amounts of a delivery that leave the same rest are split
 * together, and ideas are summed up before all else, since they are fewer than amounts.
 */
const readSums = (scope: Scope, years: Years): Promise<SumRow[]> => db.$queryRaw`
  with of_delivery as (
    select v.delivery_id,
           v.year,
           a.without,
           a.rest,
           sum(a.share) filter (where v.part = 'expected') as expected,
           sum(a.share) filter (where v.part = 'confirmed') as confirmed,
           sum(a.share) filter (where v.part = 'unconfirmed') as unconfirmed,
           sum(a.sign) filter (where v.part = 'expected') as expected_one,
           sum(a.sign) filter (where v.part = 'confirmed') as confirmed_one,
           sum(a.sign) filter (where v.part = 'unconfirmed') as unconfirmed_one
      from (${valuedSql(years)}) v
      join (select delivery_id, count(*) as ideas from delivery_idea group by delivery_id) d
        on d.delivery_id = v.delivery_id
     cross join lateral (
             select case when v.value is null then v.currency end as without,
                    coalesce(v.value, v.amount) as whole,
                    case when v.kind = 'cost' then -1 else 1 end as sign) w
     cross join lateral (
             select w.without,
                    w.sign,
                    w.sign * case when d.ideas = 1 then w.whole else div(w.whole, d.ideas) end as share,
                    case when d.ideas = 1 then 0 else mod(w.whole, d.ideas) end as rest) a
     group by v.delivery_id, v.year, a.without, a.rest
  ), of_idea as (
    select m.idea_id,
           m.department_id,
           m.category_id,
           o.year,
           o.without,
           sum(o.expected + (m.nth <= o.rest)::int * o.expected_one) as expected,
           sum(o.confirmed + (m.nth <= o.rest)::int * o.confirmed_one) as confirmed,
           sum(o.unconfirmed + (m.nth <= o.rest)::int * o.unconfirmed_one) as unconfirmed
      from of_delivery o
      join (${memberSql(scope)}) m on m.delivery_id = o.delivery_id
     group by m.idea_id, m.department_id, m.category_id, o.year, o.without
  ), of_all_years as (
    select department_id,
           category_id,
           sum(expected) as expected,
           sum(confirmed) as confirmed,
           sum(unconfirmed) as unconfirmed
      from of_idea
     where without is null
     group by idea_id, department_id, category_id
  )
  select case when without is null then 'year' else 'without' end as of, year::text as key, without as currency, ${sums}
    from of_idea
   group by year, without
   union all
  select case when grouping(department_id) = 0 then 'department' else 'category' end,
         case when grouping(department_id) = 0 then department_id else category_id end::text,
         null,
         ${sums}
    from of_all_years
   group by grouping sets ((department_id), (category_id))
   order by 2, 3`;

const big = (text: string | null) => (text === null ? null : BigInt(text));
const sumOf = ({ key, ideas, ...of }: SumRow): BenefitSum => ({
  key,
  ideas,
  expected: big(of.expected),
  confirmed: big(of.confirmed),
  unconfirmed: big(of.unconfirmed),
});

/** Money of a year in a currency for which nobody has stated a rate. */
export type NotAdded = BenefitSum & { currency: string; year: number };

/** What deliveries brought in some years, summed up by all that one asks for at once. */
export type Benefits = {
  /** The organisation's, in which all is added up that has a rate. */
  currency: string;
  years: BenefitSum[];
  /** By the department itself that an idea concerns, without those above it. */
  departments: BenefitSum[];
  categories: BenefitSum[];
  /** What could not be added up for want of a rate, in its own currency. */
  notAdded: NotAdded[];
};

/** What deliveries brought in some years, read once for whatever is told of it. */
export async function benefitsIn(scope: Scope, years: Years = yearsOf(scope)): Promise<Benefits> {
  const [currency, rows] = await Promise.all([ownCurrency(db), readSums(scope, years)]);
  const by = (of: SumRow["of"]) => rows.filter((row) => row.of === of);
  return {
    currency,
    years: by("year").map(sumOf),
    departments: by("department").map(sumOf),
    categories: by("category").map(sumOf),
    notAdded: by("without").map((row) => ({
      ...sumOf(row),
      key: row.currency,
      currency: row.currency ?? "",
      year: Number(row.key),
    })),
  };
}

/** The benefit of a year: one of the five figures. */
export type Benefit = {
  year: number;
  /** Confirmed benefits less costs; null where nothing is confirmed. */
  confirmed: Money | null;
  expected: Money | null;
  unconfirmed: Money | null;
  /** Ideas of which something is confirmed, and what each of them brought on average. */
  ideas: number;
  perIdea: Money | null;
  /** What is confirmed in other currencies without a stated rate, and therefore in none of the sums. */
  notAdded: (Money & { year: number })[];
};

const rounded = (sum: bigint, count: bigint): bigint => {
  const half = count / 2n;
  return sum < 0n ? -((-sum + half) / count) : (sum + half) / count;
};

/** What ideas brought in a year, of all that was read. */
export function benefitOf({ currency, years, notAdded }: Benefits, year: number): Benefit {
  const sum = years.find(({ key }) => key === String(year));
  const money = (amount: bigint | null | undefined): Money | null =>
    amount === null || amount === undefined ? null : { amountMinor: String(amount), currency };
  const { confirmed = null, ideas = 0 } = sum ?? {};
  return {
    year,
    confirmed: money(confirmed),
    expected: money(sum?.expected),
    unconfirmed: money(sum?.unconfirmed),
    ideas,
    perIdea: confirmed !== null && ideas > 0 ? money(rounded(confirmed, BigInt(ideas))) : null,
    notAdded: notAdded.flatMap((one) =>
      one.year !== year || one.confirmed === null
        ? []
        : [{ amountMinor: String(one.confirmed), currency: one.currency, year }],
    ),
  };
}
