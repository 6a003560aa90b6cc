import type { Cell, Money } from "@/lib/insights/section";
import { type Answer, type Asked, isAsked, monthsAsked, type SlowSection, type World } from "./slow-world";

/** Decimals of the demo's currencies, said once more apart from the product. */
const decimals: Record<string, number> = { EUR: 2, USD: 2, CLP: 0, BRL: 2 };

/** An amount in euro cents by whole numbers, half a cent away from nothing; null without a rate. */
function inEuros({ rates }: World, amount: bigint, currency: string, year: number): bigint | null {
  if (currency === "EUR") return amount;
  const rate = rates.find((one) => one.currency === currency && one.year === year && one.intoCurrency === "EUR");
  if (!rate) return null;
  const scaled = BigInt(rate.rate.times("1e10").toFixed(0)) * amount * 100n;
  const by = 10n ** 10n * 10n ** BigInt(decimals[currency] ?? 2);
  return (2n * scaled + by) / (2n * by);
}

type Of = "expected" | "confirmed" | "unconfirmed";

/** What one idea has of an amount: in euro cents, or in its own currency where that has no rate. */
type Part = { ideaId: string; year: number; of: Of; currency: string; amount: bigint; hasRate: boolean };

/** Every amount of money split among the ideas of its delivery one by one, for the ideas that are asked for. */
function partsIn(world: World, asked: Asked, years: number[]): Part[] {
  const lines = [
    ...world.forecasts.map((one) => ({ ...one, of: "expected" as const })),
    ...world.outcomes.map((one) => ({
      ...one,
      of: one.confirmedAt ? ("confirmed" as const) : ("unconfirmed" as const),
    })),
  ];
  return lines.flatMap(({ deliveryId, year, kind, amount, currency, of }) => {
    if (currency === null || !years.includes(year)) return [];
    const members = world.members.filter((one) => one.deliveryId === deliveryId).map(({ ideaId }) => ideaId);
    const value = inEuros(world, amount, currency, year);
    const [whole, count] = [value ?? amount, BigInt(members.length)];
    return members.sort().flatMap((ideaId, nth) => {
      const share = whole / count + (BigInt(nth) < whole % count ? 1n : 0n);
      const part = { ideaId, year, of, currency, amount: kind === "cost" ? -share : share, hasRate: value !== null };
      return isOf(world, asked, ideaId) ? [part] : [];
    });
  });
}

/** Whether an idea belongs to the units that are asked for, whatever has become of it. */
export const isOf = ({ ideas }: World, asked: Asked, ideaId: string): boolean =>
  ideas.some((idea) => idea.id === ideaId && isAsked(idea, asked));

/** The calendar years that months lie in. */
export const yearsIn = (months: string[]) => [...new Set(months.map((month) => Number(month.slice(0, 4))))];

/** The sum of the parts that are expected, confirmed or neither; null where there are none. */
function sumOf(parts: Part[], of: Of): bigint | null {
  const own = parts.filter((part) => part.of === of);
  return own.length > 0 ? own.reduce((sum, { amount }) => sum + amount, 0n) : null;
}

const confirmedIdeas = (parts: Part[]) =>
  new Set(parts.filter(({ of }) => of === "confirmed").map(({ ideaId }) => ideaId)).size;

/** What is confirmed of a year, for how many ideas, and what that is for each of them, half a cent away from nothing. */
export function perIdeaIn(world: World, asked: Asked, year: number) {
  const parts = partsIn(world, asked, [year]).filter(({ hasRate }) => hasRate);
  const [confirmed, ideas] = [sumOf(parts, "confirmed"), confirmedIdeas(parts)];
  if (confirmed === null) return { ideas, confirmed, perIdea: null };
  const [size, count] = [confirmed < 0n ? -confirmed : confirmed, BigInt(ideas)];
  const each = (2n * size + count) / (2n * count);
  return { ideas, confirmed, perIdea: confirmed < 0n ? -each : each };
}

const money = (amount: bigint | null, currency: string): Money | null =>
  amount === null ? null : { amountMinor: String(amount), currency };

function sumCells(parts: Part[], currency: string) {
  const [expected, confirmed] = [sumOf(parts, "expected"), sumOf(parts, "confirmed")];
  return {
    expected: money(expected, currency),
    confirmed: money(confirmed, currency),
    gap: money(confirmed === null ? null : confirmed - (expected ?? 0n), currency),
    unconfirmed: money(sumOf(parts, "unconfirmed"), currency),
  };
}

/** Euros as sentences say them: without cents where there are none, or where they stand beside thousands. */
const words = (cents: bigint) => {
  const isWhole = cents % 100n === 0n || cents >= 100_000n || cents <= -100_000n;
  const digits = isWhole ? 0 : 2;
  const said = {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat("en", said).format(Number(cents) / 100);
};

const yearsText = (years: number[]) => (years.length === 1 ? `${years[0]}` : `${years[0]}–${years.at(-1)}`);

const benefitByYear: SlowSection = (world, asked, at) => {
  const years = yearsIn(monthsAsked(asked, world, at));
  const parts = partsIn(world, asked, years).filter(({ hasRate }) => hasRate);
  const inYears = years.filter((year) => parts.some((part) => part.year === year));
  const [expected, confirmed, unconfirmed] = (["expected", "confirmed", "unconfirmed"] as const).map(
    (of) => sumOf(parts, of) ?? 0n,
  ) as [bigint, bigint, bigint];
  const said = { years: yearsText(years), expected: words(expected), confirmed: words(confirmed) };
  const says = [
    { key: "delivery.saidBenefit", values: said },
    ...(unconfirmed === 0n
      ? []
      : [{ key: "delivery.saidUnconfirmed" as const, values: { unconfirmed: words(unconfirmed) } }]),
    { key: "delivery.saidNet" },
  ];
  const rows = inYears.map((year) => ({
    year: String(year),
    ...sumCells(
      parts.filter((part) => part.year === year),
      "EUR",
    ),
  }));
  return {
    rows,
    says: rows.length > 0 ? says : [{ key: "delivery.saidNothing", values: { years: yearsText(years) } }],
  };
};

const minor = (cell: Cell | undefined) => BigInt((cell as Money | null)?.amountMinor ?? 0);

/** Greatest first, by what is confirmed and then by what is expected, then by what they are kept as. */
function byUnit(
  world: World,
  asked: Asked,
  at: Date,
  unitOf: (ideaId: string) => { id: string; name: string },
): Answer {
  const years = yearsIn(monthsAsked(asked, world, at));
  const parts = partsIn(world, asked, years).filter(({ hasRate }) => hasRate);
  const units = new Map(parts.map(({ ideaId }) => [unitOf(ideaId).id, unitOf(ideaId).name]));
  const lines = [...units].map(([id, unit]) => {
    const own = parts.filter(({ ideaId }) => unitOf(ideaId).id === id);
    return { id, cells: { unit, ...sumCells(own, "EUR"), ideas: confirmedIdeas(own) } };
  });
  const before = (one: bigint, other: bigint) => (one > other ? -1 : one < other ? 1 : 0);
  lines.sort(
    (a, b) =>
      before(minor(a.cells.confirmed), minor(b.cells.confirmed)) ||
      before(minor(a.cells.expected), minor(b.cells.expected)) ||
      (a.id < b.id ? -1 : 1),
  );
  const [first] = lines;
  const greatest = minor(first?.cells.confirmed);
  const values = { name: first?.cells.unit ?? "", confirmed: words(greatest), years: yearsText(years) };
  return {
    rows: lines.map(({ cells }) => cells),
    says:
      greatest === 0n
        ? [{ key: "delivery.saidNothing", values: { years: yearsText(years) } }]
        : [{ key: "delivery.saidFirst", values }, { key: "delivery.saidSplit" }],
  };
}

const benefitByDepartment: SlowSection = (world, asked, at) => {
  const roots = world.departments.filter(({ parentId }) => parentId === null);
  const top = asked.department ?? (roots.length === 1 ? roots[0]?.id : undefined) ?? null;
  return byUnit(world, asked, at, (ideaId) => {
    const { departments = [] } = world.ideas.find(({ id }) => id === ideaId) ?? {};
    // From the idea's own department upwards, the one right below the top, or else the top itself.
    const id =
      departments.find((one) => world.departments.find((unit) => unit.id === one)?.parentId === top) ?? departments[0];
    return { id: id ?? "~", name: world.departments.find((one) => one.id === id)?.name ?? "No department" };
  });
};

const benefitByCategory: SlowSection = (world, asked, at) =>
  byUnit(world, asked, at, (ideaId) => {
    const id = world.ideas.find((idea) => idea.id === ideaId)?.category;
    return { id: id ?? "~", name: world.categories.find((one) => one.id === id)?.name ?? "No category" };
  });

const benefitWithoutRate: SlowSection = (world, asked, at) => {
  const years = yearsIn(monthsAsked(asked, world, at));
  const parts = partsIn(world, asked, years).filter(({ hasRate }) => !hasRate);
  const groups = Map.groupBy(parts, ({ year, currency }) => `${year} ${currency}`);
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, own]) => {
      const [year = "", currency = ""] = group.split(" ");
      const { gap: _, ...cells } = sumCells(own, currency);
      return { currency, year, ...cells };
    });
  return { rows, says: [{ key: "delivery.saidWithoutRate", values: { count: rows.length, currency: "EUR" } }] };
};

/** What the page about the impact has to say in money; what is no money has a file of its own. */
export const slowImpact: Record<string, SlowSection> = {
  ...{ benefitByYear, benefitByDepartment, benefitByCategory, benefitWithoutRate },
};
