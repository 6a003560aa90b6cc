import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { db } from "../platform/db/client";
import { formatter, translator } from "../platform/i18n/translate";
import { type BenefitSum, type Benefits, yearsOf } from "./benefit";
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
export function benefitByYear(actor: Actor, scope: Scope, { currency, years: sums }: Benefits): Section {
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

const plus = (one: bigint | null, other: bigint | null) => (one === null ? other : one + (other ?? 0n));

const together = (one: BenefitSum, other: BenefitSum): BenefitSum => ({
  key: one.key,
  expected: plus(one.expected, other.expected),
  confirmed: plus(one.confirmed, other.confirmed),
  unconfirmed: plus(one.unconfirmed, other.unconfirmed),
  ideas: one.ideas + other.ideas,
});

type Unit = Named & { parentId: string | null };

/**
 * The departments that are told apart: those right below the one that was asked for, or below the only one at the top, each
 * with all below it. What concerns that one itself stands beside them.
 */
function byDepartmentBelow(sums: BenefitSum[], units: Unit[], asked: string | null): BenefitSum[] {
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const tops = units.filter(({ parentId }) => parentId === null);
  const top = asked ?? (tops.length === 1 ? tops[0]?.id : null) ?? null;
  const toldAs = (id: string | null): string | null => {
    const parent = id === null ? null : above.get(id);
    if (id === null || id === top || parent === top) return id;
    return toldAs(parent ?? null);
  };
  const told = new Map<string | null, BenefitSum>();
  for (const sum of sums) {
    const key = toldAs(sum.key);
    const before = told.get(key);
    told.set(key, before ? together(before, sum) : { ...sum, key });
  }
  return [...told.values()].sort((one, other) => ((one.key ?? "~") < (other.key ?? "~") ? -1 : 1));
}

/** Forecast against outcome by department. */
export async function benefitByDepartment(actor: Actor, scope: Scope, benefits: Benefits): Promise<Section> {
  const names = await db.department.findMany({ select: { id: true, name: true, parentId: true } });
  const { currency } = benefits;
  const sums = byDepartmentBelow(benefits.departments, names, scope.department);
  const rows = unitRows(actor, sums, names, "department", currency);
  const titles = { title: "delivery.byDepartment", unit: "delivery.department" } as const;
  return unitSection("benefitByDepartment", titles, saidOfFirst(actor, scope, rows, sums, currency), rows);
}

/** Forecast against outcome by category. */
export async function benefitByCategory(actor: Actor, scope: Scope, benefits: Benefits): Promise<Section> {
  const { currency, categories: sums } = benefits;
  const names = await db.category.findMany({ select: { id: true, name: true } });
  const rows = unitRows(actor, sums, names, "category", currency);
  const titles = { title: "delivery.byCategory", unit: "delivery.category" } as const;
  return unitSection("benefitByCategory", titles, saidOfFirst(actor, scope, rows, sums, currency), rows);
}

/** Money in currencies that are in none of the sums, because nobody has stated what they were worth that year. */
export function withoutRate(actor: Actor, { currency, notAdded: waiting }: Benefits): Section {
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
