import { db, Prisma } from "../platform/db/client";
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

const inScope = ({ departments, places, categoryId }: Scope) => Prisma.sql`
  ${departments ? Prisma.sql`and i.department_id = any (${departments}::uuid[])` : Prisma.empty}
  ${places ? Prisma.sql`and i.place_id = any (${places}::uuid[])` : Prisma.empty}
  ${categoryId ? Prisma.sql`and i.category_id = ${categoryId}::uuid` : Prisma.empty}`;

/** The first and the last calendar year that figures are about. */
export const yearsOf = ({ months }: Pick<Scope, "months">): { first: number; last: number } => ({
  first: Number(months[0]?.slice(0, 4)),
  last: Number(months.at(-1)?.slice(0, 4)),
});

/**
 * All amounts of money of some years, each split among the ideas of its delivery, and converted where there is a rate.
 *
 * Every amount is rounded once, when it is converted. What several ideas brought together is split evenly among them, and
 * what does not come out even goes to the first: the parts always sum up to the whole, whatever they are summed up by.
 */
const partsSql = (scope: Scope, { first, last }: { first: number; last: number }) => Prisma.sql`
  with line as (
    select f.delivery_id, f.year, f.kind, f.currency, f.amount, 'expected' as part
      from forecast f
     where f.year between ${first}::int and ${last}::int
       and f.currency is not null
     union all
    select o.delivery_id, o.year, o.kind, o.currency, o.amount,
           case when o.confirmed_at is null then 'unconfirmed' else 'confirmed' end
      from outcome o
     where o.year between ${first}::int and ${last}::int
       and o.currency is not null
  ), idea_of as (
    select di.delivery_id,
           di.idea_id,
           row_number() over (partition by di.delivery_id order by di.idea_id) as nth,
           count(*) over (partition by di.delivery_id) as ideas
      from delivery_idea di
     where di.delivery_id in (select delivery_id from line)
  ), valued as (
    select l.*,
           case when l.currency = g.currency then l.amount
                else converted(l.amount, c.digits, gc.digits, r.rate)
           end as value
      from line l
     cross join organisation g
      join currency c on c.code = l.currency
      join currency gc on gc.code = g.currency
      left join exchange_rate r on r.currency = l.currency and r.into_currency = g.currency and r.year = l.year
  ), part as (
    select v.year,
           v.currency,
           v.part,
           i.id as idea_id,
           i.department_id,
           i.category_id,
           s.sign * (div(v.amount, d.ideas) + (d.nth <= mod(v.amount, d.ideas))::int) as amount,
           s.sign * (div(v.value, d.ideas) + (d.nth <= mod(v.value, d.ideas))::int) as value
      from valued v
      join idea_of d on d.delivery_id = v.delivery_id
      join idea i on i.id = d.idea_id
     cross join lateral (select case when v.kind = 'cost' then -1 else 1 end as sign) s
     where true ${inScope(scope)}
  )`;

type SumRow = Record<"expected" | "confirmed" | "unconfirmed", string | null> & { key: string | null; ideas: number };

const big = (text: string | null) => (text === null ? null : BigInt(text));
const sumOf = ({ key, ideas, ...sums }: SumRow): BenefitSum => ({
  key,
  ideas,
  expected: big(sums.expected),
  confirmed: big(sums.confirmed),
  unconfirmed: big(sums.unconfirmed),
});

/** What money is summed up by. `join` may bring in what the key is taken from. */
export type By = { key: Prisma.Sql; join?: Prisma.Sql };

/** What deliveries brought in some years in the organisation's currency; what has no rate is not in it. */
export async function benefitBy(scope: Scope, by: By, years = yearsOf(scope)): Promise<BenefitSum[]> {
  const rows = await db.$queryRaw<SumRow[]>`
    ${partsSql(scope, years)}
    select ${by.key}::text as key,
           (sum(p.value) filter (where p.part = 'expected'))::text as expected,
           (sum(p.value) filter (where p.part = 'confirmed'))::text as confirmed,
           (sum(p.value) filter (where p.part = 'unconfirmed'))::text as unconfirmed,
           (count(distinct p.idea_id) filter (where p.part = 'confirmed'))::int as ideas
      from part p
      ${by.join ?? Prisma.empty}
     where p.value is not null
     group by 1
     order by 1`;
  return rows.map(sumOf);
}

/** Money of a year in a currency for which nobody has stated a rate. */
export type NotAdded = BenefitSum & { currency: string; year: number };

/** What could not be added up for want of a rate, in its own currency. */
export async function notAdded(scope: Scope, years = yearsOf(scope)): Promise<NotAdded[]> {
  const rows = await db.$queryRaw<(SumRow & { currency: string; year: number })[]>`
    ${partsSql(scope, years)}
    select p.currency as key,
           p.currency,
           p.year::int,
           (sum(p.amount) filter (where p.part = 'expected'))::text as expected,
           (sum(p.amount) filter (where p.part = 'confirmed'))::text as confirmed,
           (sum(p.amount) filter (where p.part = 'unconfirmed'))::text as unconfirmed,
           (count(distinct p.idea_id) filter (where p.part = 'confirmed'))::int as ideas
      from part p
     where p.value is null
     group by p.currency, p.year
     order by p.year, p.currency`;
  return rows.map((row) => ({ ...sumOf(row), currency: row.currency, year: row.year }));
}

/** The currency in which benefits are added up. */
export const ownCurrency = async (): Promise<string> =>
  (await db.organisation.findFirstOrThrow({ select: { currency: true } })).currency;

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

/** What ideas brought in a year, by default the one in which the months that are asked for end. */
export async function benefitOf(scope: Scope, year: number = yearsOf(scope).last): Promise<Benefit> {
  const years = { first: year, last: year };
  const [currency, [sum], waiting] = await Promise.all([
    ownCurrency(),
    benefitBy(scope, { key: Prisma.sql`p.year` }, years),
    notAdded(scope, years),
  ]);
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
    notAdded: waiting.flatMap((one) =>
      one.confirmed === null ? [] : [{ amountMinor: String(one.confirmed), currency: one.currency, year }],
    ),
  };
}
