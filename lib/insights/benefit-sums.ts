import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { db, Prisma } from "../platform/db/client";
import { formatter, translator } from "../platform/i18n/translate";
import { type BenefitSum, benefitBy, notAdded, ownCurrency, yearsOf } from "./benefit";
import { cellText } from "./cell-text";
import type { Scope } from "./scope";
import type { Column, Money, Row, Said, Section } from "./section";

const sumColumns: Column[] = [
  { key: "expected", label: "delivery.expected", kind: "money" },
  { key: "confirmed", label: "delivery.confirmed", kind: "money" },
  { key: "gap", label: "delivery.gap", kind: "money" },
  { key: "unconfirmed", label: "delivery.unconfirmed", kind: "money" },
];

const money = (amount: bigint | null, currency: string): Money | null =>
  amount === null ? null : { amountMinor: String(amount), currency };

/** What came less what was expected, once something is confirmed. */
const gapOf = ({ expected, confirmed }: BenefitSum) => (confirmed === null ? null : confirmed - (expected ?? 0n));

const cellsOf = (sum: BenefitSum, currency: string): Row["cells"] => ({
  expected: money(sum.expected, currency),
  confirmed: money(sum.confirmed, currency),
  gap: money(gapOf(sum), currency),
  unconfirmed: money(sum.unconfirmed, currency),
});

const yearsText = (scope: Scope) => {
  const { first, last } = yearsOf(scope);
  return first === last ? String(first) : `${first}–${last}`;
};

/** Money in the reader's words, for a sentence. */
function inWords(actor: Actor, amount: bigint, currency: string): string {
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  return cellText(money(amount, currency), "money", voice);
}

const total = (sums: BenefitSum[], of: "expected" | "confirmed" | "unconfirmed"): bigint =>
  sums.reduce((all, sum) => all + (sum[of] ?? 0n), 0n);

/** The sentence that a leader would repeat: what is confirmed, of what was expected. */
function saidOf(actor: Actor, scope: Scope, sums: BenefitSum[], currency: string): Said[] {
  const years = yearsText(scope);
  if (sums.length === 0) return [{ key: "delivery.saidNothing", values: { years } }];
  const [expected, confirmed, unconfirmed] = (["expected", "confirmed", "unconfirmed"] as const).map((of) =>
    inWords(actor, total(sums, of), currency),
  );
  return [
    { key: "delivery.saidBenefit", values: { years, expected: expected ?? "", confirmed: confirmed ?? "" } },
    ...(total(sums, "unconfirmed") === 0n
      ? []
      : [{ key: "delivery.saidUnconfirmed", values: { unconfirmed: unconfirmed ?? "" } } as const]),
    { key: "delivery.saidNet" },
  ];
}

/** Forecast against outcome by year. */
export async function benefitByYear(actor: Actor, scope: Scope): Promise<Section> {
  const [currency, sums] = await Promise.all([ownCurrency(), benefitBy(scope, { key: Prisma.sql`p.year` })]);
  return {
    key: "benefitByYear",
    title: "delivery.byYear",
    says: saidOf(actor, scope, sums, currency),
    chart: { kind: "bars", label: "year", value: "confirmed", beside: "expected" },
    columns: [{ key: "year", label: "delivery.year", kind: "text" }, ...sumColumns],
    rows: sums.map((sum) => ({ cells: { year: sum.key, ...cellsOf(sum, currency) }, href: "/deliveries?state=all" })),
    terms: ["benefit"],
  };
}

const descending = (one: bigint, other: bigint) => (one < other ? 1 : one > other ? -1 : 0);

/** Greatest first by what is confirmed, then by what was expected. */
const byWeight = (one: BenefitSum, other: BenefitSum) =>
  descending(one.confirmed ?? 0n, other.confirmed ?? 0n) || descending(one.expected ?? 0n, other.expected ?? 0n);

type Named = { id: string; name: string };

function unitRows(actor: Actor, sums: BenefitSum[], names: Named[], by: "department" | "category", currency: string) {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const none = translator(actor.locale)(by === "department" ? "delivery.noDepartment" : "delivery.noCategory");
  return sums.toSorted(byWeight).map((sum): Row => {
    const cells = { unit: (sum.key && nameOf.get(sum.key)) ?? none, ...cellsOf(sum, currency), ideas: sum.ideas };
    return sum.key ? { cells, href: `/deliveries?state=all&${by}=${sum.key}` } : { cells };
  });
}

/** What a unit brought that is first by what is confirmed, as a sentence. */
function saidOfFirst(actor: Actor, scope: Scope, rows: Row[], sums: BenefitSum[], currency: string): Said[] {
  const [first] = sums.toSorted(byWeight);
  if (!first?.confirmed) return [{ key: "delivery.saidNothing", values: { years: yearsText(scope) } }];
  const name = String(rows[0]?.cells.unit);
  const values = { name, confirmed: inWords(actor, first.confirmed, currency), years: yearsText(scope) };
  return [{ key: "delivery.saidFirst", values }, { key: "delivery.saidSplit" }];
}

const unitSection = (
  key: string,
  titles: Pick<Section, "title"> & { unit: Column["label"] },
  says: Said[],
  rows: Row[],
): Section => ({
  key,
  title: titles.title,
  says,
  chart: { kind: "bars", label: "unit", value: "confirmed", beside: "expected" },
  columns: [
    { key: "unit", label: titles.unit, kind: "text" },
    ...sumColumns,
    { key: "ideas", label: "delivery.ideasConfirmed", kind: "count" },
  ],
  rows,
  terms: ["benefit"],
});

/**
 * The departments that are told apart: those right below the one that was asked for, or below the only one at the top. What
 * concerns that one itself stands beside them.
 */
const departmentsBelow = (department: string | null) => {
  const top = Prisma.sql`
    select coalesce(${department}::uuid, case when count(*) = 1 then min(d.id::text)::uuid end) as id
      from department d
     where d.parent_id is null`;
  return Prisma.sql`
    cross join (${top}) top
     left join (
          select a.unit_id, a.above_id as id
            from (${top}) t
            join department d on d.parent_id is not distinct from t.id
            join unit_above a on a.dimension = 'department' and a.above_id = d.id
          ) below on below.unit_id = p.department_id`;
};

/** Forecast against outcome by department. */
export async function benefitByDepartment(actor: Actor, scope: Scope): Promise<Section> {
  const by = {
    key: Prisma.sql`coalesce(below.id, case when p.department_id = top.id then top.id end)`,
    join: departmentsBelow(scope.department),
  };
  const [currency, sums, names] = await Promise.all([
    ownCurrency(),
    benefitBy(scope, by),
    db.department.findMany({ select: { id: true, name: true } }),
  ]);
  const rows = unitRows(actor, sums, names, "department", currency);
  const titles = { title: "delivery.byDepartment", unit: "delivery.department" } as const;
  return unitSection("benefitByDepartment", titles, saidOfFirst(actor, scope, rows, sums, currency), rows);
}

/** Forecast against outcome by category. */
export async function benefitByCategory(actor: Actor, scope: Scope): Promise<Section> {
  const [currency, sums, names] = await Promise.all([
    ownCurrency(),
    benefitBy(scope, { key: Prisma.sql`p.category_id` }),
    db.category.findMany({ select: { id: true, name: true } }),
  ]);
  const rows = unitRows(actor, sums, names, "category", currency);
  const titles = { title: "delivery.byCategory", unit: "delivery.category" } as const;
  return unitSection("benefitByCategory", titles, saidOfFirst(actor, scope, rows, sums, currency), rows);
}

/** Money in currencies that are in none of the sums, because nobody has stated what they were worth that year. */
export async function withoutRate(actor: Actor, scope: Scope): Promise<Section> {
  const [currency, waiting] = await Promise.all([ownCurrency(), notAdded(scope)]);
  const href = can(actor, "organisation.manage") ? { href: "/admin/rates" } : {};
  return {
    key: "benefitWithoutRate",
    title: "delivery.withoutRate",
    says: [{ key: "delivery.saidWithoutRate", values: { count: waiting.length, currency } }],
    columns: [
      { key: "currency", label: "delivery.currency", kind: "text" },
      { key: "year", label: "delivery.year", kind: "text" },
      ...sumColumns.filter(({ key }) => key !== "gap"),
    ],
    rows: waiting.map((one) => {
      const { gap: _, ...cells } = cellsOf(one, one.currency);
      return { cells: { currency: one.currency, year: String(one.year), ...cells }, ...href };
    }),
    terms: ["benefit"],
  };
}
