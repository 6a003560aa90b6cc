import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Actor } from "@/lib/access/actor";
import { benefitKinds, isMoneyKind } from "@/lib/delivery/kinds";
import { benefitOf, benefitsIn } from "@/lib/insights/benefit";
import { impact } from "@/lib/insights/impact";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { insightsInput } from "@/lib/insights/schema";
import { scopeOf } from "@/lib/insights/scope";
import type { Cell, Section } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import { hire } from "../../support/database";

/** Decimals of the currencies in this world, said once more apart from the product. */
const decimals: Record<string, number> = { EUR: 2, CLP: 0, BRL: 2, KWD: 3 };
const own = "EUR";
const years = [2025, 2026];

let grace: Actor;
let departments: { id: string; parentId: string | null }[];
let categories: string[];

/** A department at the top with two below it, one of which has one below it. */
async function divide(): Promise<void> {
  const ids = Array.from({ length: 4 }, () => randomUUID());
  const parents = [null, 0, 0, 1];
  departments = ids.map((id, n) => ({ id, parentId: parents[n] == null ? null : (ids[parents[n]] ?? null) }));
  for (const { id, parentId } of departments) await db.department.create({ data: { id, parentId, name: id } });
  categories = [randomUUID(), randomUUID()];
  await db.category.createMany({ data: categories.map((id) => ({ id, name: id })) });
}

const oneOf = <T>(from: T[], n: number): T | null => from[n % (from.length + 1)] ?? null;

/** A seeded world of deliveries in several currencies, some without a rate. */
async function givenWorld(seed: number): Promise<void> {
  const marta = await hire({ roles: ["reviewer"] });
  const draw = (max: number) => fc.integer({ min: 0, max });
  const line = fc.record({
    kind: fc.constantFrom(...benefitKinds),
    year: fc.constantFrom(...years),
    amount: draw(1e7),
    at: draw(3),
    said: draw(2),
  });
  const shape = fc.record({
    ideas: fc.array(fc.record({ d: draw(4), c: draw(2) }), { minLength: 1, maxLength: 4 }),
    lines: fc.array(line, { maxLength: 8 }),
  });
  const codes = Object.keys(decimals);
  for (const { ideas, lines } of fc.sample(shape, { seed, numRuns: 40 })) {
    const day = new Date("2025-02-01");
    const { id: deliveryId } = await db.delivery.create({
      data: { title: "Of a made-up world", ownerId: marta.id, startsOn: day, dueOn: day },
    });
    for (const { d, c } of ideas) {
      const departmentId = oneOf(
        departments.map(({ id }) => id),
        d,
      );
      const idea = {
        title: "An idea of this world",
        body: "",
        plain: "",
        language: "en",
        status: "implemented" as const,
        submittedAt: day,
      };
      const { id } = await db.idea.create({ data: { ...idea, departmentId, categoryId: oneOf(categories, c) } });
      await db.deliveryIdea.create({ data: { deliveryId, ideaId: id } });
    }
    for (const { kind, year, amount, at, said } of lines) {
      const measure = isMoneyKind(kind)
        ? { currency: codes[at] ?? own, unit: null }
        : { currency: null, unit: "hours" };
      const data = { deliveryId, year, kind, amount: BigInt(amount), ...measure };
      if (said === 0) await db.forecast.createMany({ data: [data], skipDuplicates: true }).catch(() => undefined);
      else {
        const confirmed = said === 2 ? { confirmedById: grace.id, confirmedAt: new Date() } : {};
        const evidence = "A count of this world.";
        await db.outcome.createMany({
          data: [{ ...data, evidence, statedById: marta.id, ...confirmed }],
          skipDuplicates: true,
        });
      }
    }
  }
  const rates = [
    ["CLP", 2025, "0.00094"],
    ["CLP", 2026, "0.00101"],
    ["BRL", 2025, "0.16235"],
  ] as const;
  for (const [currency, year, rate] of rates)
    await db.exchangeRate.create({ data: { currency, year, rate, intoCurrency: own, source: "Made up" } });
}

beforeAll(async () => {
  grace = await hire({ name: "Grace", roles: ["executive"] });
  await divide();
  await givenWorld(20_261_122);
  await rebuildInsights();
});

/** An amount in euro cents, by hand in whole numbers; null without a rate. */
async function inOwn(amount: bigint, currency: string, year: number): Promise<bigint | null> {
  if (currency === own) return amount;
  const rate = await db.exchangeRate.findFirst({ where: { currency, year, intoCurrency: own } });
  if (!rate) return null;
  const scaled = BigInt(rate.rate.times("1e10").toFixed(0)) * amount * 10n ** BigInt(decimals[own] ?? 0);
  const by = 10n ** 10n * 10n ** BigInt(decimals[currency] ?? 0);
  return (2n * scaled + by) / (2n * by);
}

type Part = {
  year: number;
  currency: string;
  of: string;
  departmentId: string | null;
  categoryId: string | null;
  amount: bigint;
  value: bigint | null;
};

/** Every amount split among the ideas of its delivery, from plain rows. */
async function partsByHand(): Promise<Part[]> {
  const [members, forecasts, outcomes, ideas] = await Promise.all([
    db.deliveryIdea.findMany(),
    db.forecast.findMany(),
    db.outcome.findMany(),
    db.idea.findMany(),
  ]);
  const lines = [
    ...forecasts.map((one) => ({ ...one, of: "expected" })),
    ...outcomes.map((one) => ({ ...one, of: one.confirmedAt ? "confirmed" : "unconfirmed" })),
  ];
  const parts: Part[] = [];
  for (const { deliveryId, year, kind, amount, currency, of } of lines) {
    if (!currency) continue;
    const own = members
      .filter((one) => one.deliveryId === deliveryId)
      .map(({ ideaId }) => ideaId)
      .sort();
    const count = BigInt(own.length);
    const value = await inOwn(amount, currency, year);
    const sign = kind === "cost" ? -1n : 1n;
    const share = (all: bigint, nth: number) => sign * (all / count + (BigInt(nth) < all % count ? 1n : 0n));
    for (const [nth, id] of own.entries()) {
      const idea = ideas.find((one) => one.id === id);
      parts.push({
        year,
        currency,
        of,
        departmentId: idea?.departmentId ?? null,
        categoryId: idea?.categoryId ?? null,
        amount: share(amount, nth),
        value: value === null ? null : share(value, nth),
      });
    }
  }
  return parts;
}

const isBelow = (id: string | null, above: string): boolean =>
  id !== null && (id === above || isBelow(departments.find((one) => one.id === id)?.parentId ?? null, above));

type Asked = { from?: string; to?: string; department?: string; category?: string };

const asked = (parts: Part[], { from = "2025-01", to = "2026-12", department, category }: Asked) =>
  parts.filter(
    ({ year, departmentId, categoryId }) =>
      year >= Number(from.slice(0, 4)) &&
      year <= Number(to.slice(0, 4)) &&
      (!department || isBelow(departmentId, department)) &&
      (!category || categoryId === category),
  );

/** Sums as a section tells them: nothing where nothing is stated. */
function summed(parts: Part[], keyOf: (part: Part) => string, figure: "amount" | "value"): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const part of parts) {
    const amount = part[figure];
    if (amount === null) continue;
    const key = `${keyOf(part)} ${part.of}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  return Object.fromEntries([...sums].map(([key, sum]) => [key, String(sum)]));
}

const minor = (cell: Cell | undefined) =>
  typeof cell === "object" && cell && "amountMinor" in cell ? cell.amountMinor : undefined;

function told({ rows }: Section, keyOf: (cells: Record<string, Cell>) => string): Record<string, string> {
  const sums: Record<string, string> = {};
  for (const { cells } of rows)
    for (const part of ["expected", "confirmed", "unconfirmed"]) {
      const amount = minor(cells[part]);
      if (amount !== undefined) sums[`${keyOf(cells)} ${part}`] = amount;
    }
  return sums;
}

const wide: Asked = { from: "2025-01", to: "2026-12" };
const questions = (): Asked[] => [
  wide,
  { from: "2026-02", to: "2026-03" },
  ...departments.map(({ id }) => ({ ...wide, department: id })),
  ...categories.map((id) => ({ ...wide, category: id })),
  { ...wide, department: departments[1]?.id ?? "", category: categories[0] ?? "" },
];

const sectionsFor = async (input: Asked) => {
  const sections = await impact(grace, insightsInput.parse(input));
  return (key: string) => sections.find((section) => section.key === key) as Section;
};

it("sums by year and category are those that one gets by hand, whatever narrows them", async () => {
  const parts = await partsByHand();
  for (const input of questions()) {
    const section = await sectionsFor(input);
    const these = asked(parts, input);

    expect(told(section("benefitByYear"), ({ year }) => String(year))).toEqual(
      summed(these, ({ year }) => String(year), "value"),
    );
    expect(told(section("benefitByCategory"), ({ unit }) => String(unit))).toEqual(
      summed(these, ({ categoryId }) => categoryId ?? "No category", "value"),
    );
  }
});

it("a department is told with all below it, and the sums of all departments are the whole", async () => {
  const parts = asked(await partsByHand(), wide);
  const top = departments[0]?.id ?? "";
  const unitOf = ({ departmentId }: Part) => {
    const child = departments.find(({ id, parentId }) => parentId === top && isBelow(departmentId, id));
    return child?.id ?? departmentId ?? "No department";
  };
  const section = await sectionsFor(wide);

  expect(told(section("benefitByDepartment"), ({ unit }) => String(unit))).toEqual(summed(parts, unitOf, "value"));
});

it("what has no rate is in no sum, and stands in its own currency", async () => {
  const parts = asked(await partsByHand(), wide).filter(({ value }) => value === null);
  const section = await sectionsFor(wide);

  expect(parts.length).toBeGreaterThan(0);
  expect(told(section("benefitWithoutRate"), ({ currency, year }) => `${currency} ${year}`)).toEqual(
    summed(parts, ({ currency, year }) => `${currency} ${year}`, "amount"),
  );
});

it("the benefit of a year is what is confirmed, and its mean is that of the ideas behind it", async () => {
  const confirmed = (await partsByHand()).filter(
    ({ year, of, value }) => year === 2026 && of === "confirmed" && value !== null,
  );
  const sum = confirmed.reduce((all, { value }) => all + (value ?? 0n), 0n);
  const benefit = await benefitOf(await benefitsIn(await scopeOf(grace, insightsInput.parse(wide))), 2026);

  expect(benefit).toMatchObject({ year: 2026, confirmed: { amountMinor: String(sum), currency: own } });
  expect(Math.abs(Number(benefit.perIdea?.amountMinor) * benefit.ideas - Number(sum))).toBeLessThanOrEqual(
    benefit.ideas / 2,
  );
});

it("other figures in another currency change no sum in one's own, until there is a rate", async () => {
  const before = (await sectionsFor(wide))("benefitByYear").rows;
  await db.outcome.updateMany({ where: { currency: "KWD" }, data: { amount: 999_999_999n } });
  expect((await sectionsFor(wide))("benefitByYear").rows).toEqual(before);

  await db.exchangeRate.create({
    data: { currency: "KWD", year: 2026, rate: "3", intoCurrency: own, source: "Made up" },
  });
  expect((await sectionsFor(wide))("benefitByYear").rows).not.toEqual(before);
});

it("only executives and administrators read what ideas brought", async () => {
  await expect(impact(await hire({ roles: ["reviewer"] }), insightsInput.parse({}))).rejects.toThrow(
    "access.forbidden",
  );
});
