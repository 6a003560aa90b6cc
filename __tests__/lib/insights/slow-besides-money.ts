import type { Cell } from "@/lib/insights/section";
import { isOf, yearsIn } from "./slow-impact";
import { type Asked, dayAt, monthsAsked, type SlowSection, type World } from "./slow-world";

/** The deliveries that are about an idea of the units that are asked for. */
const deliveriesIn = (world: World, asked: Asked): World["deliveries"] =>
  world.deliveries.filter(({ id }) =>
    world.members.some(({ deliveryId, ideaId }) => deliveryId === id && isOf(world, asked, ideaId)),
  );

const kindName = (kind: string) => `delivery.kind${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;

const hundredth = (amount: bigint | undefined) => (amount === undefined ? null : Number(amount) / 100);

const benefitBesidesMoney: SlowSection = (world, asked, at) => {
  const years = yearsIn(monthsAsked(asked, world, at));
  const lines = deliveriesIn(world, asked).flatMap(({ id, title }) => {
    const isOwn = (one: { deliveryId: string; unit: string | null; year: number }) =>
      one.deliveryId === id && one.unit !== null && years.includes(one.year);
    const [forecasts, outcomes] = [world.forecasts.filter(isOwn), world.outcomes.filter(isOwn)];
    const keyOf = ({ year, kind, unit }: { year: number; kind: string; unit: string | null }) =>
      `${year} ${kind} ${unit?.toLowerCase()}`;
    return [...new Set([...forecasts, ...outcomes].map(keyOf))].map((key) => {
      const [forecast, outcome] = [forecasts, outcomes].map((those) => those.find((one) => keyOf(one) === key));
      const { year, kind, unit } = forecast ?? (outcome as NonNullable<typeof outcome>);
      const came = outcomes.find((one) => keyOf(one) === key);
      const word = came ? `delivery.confirmed${came.confirmedAt ? "Yes" : "No"}` : null;
      return {
        ...{ delivery: title, year: String(year), kind: kindName(kind), unit },
        ...{ expected: hundredth(forecast?.amount), came: hundredth(came?.amount), confirmed: word },
      };
    });
  });
  const orderOf = (line: Record<string, Cell>) => `${9999 - Number(line.year)} ${line.came === null ? 1 : 0}`;
  lines.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));
  return { rows: lines, says: [{ key: "delivery.saidBesides", values: { count: lines.length } }] };
};

const benefitNotConfirmed: SlowSection = (world, asked, at) => {
  const years = yearsIn(monthsAsked(asked, world, at));
  const titles = new Map(deliveriesIn(world, asked).map(({ id, title }) => [id, title]));
  const open = world.outcomes
    .filter(({ confirmedAt, year, deliveryId }) => !confirmedAt && years.includes(year) && titles.has(deliveryId))
    .sort((a, b) => a.statedAt.getTime() - b.statedAt.getTime() || (a.id < b.id ? -1 : 1));
  const rows = open.map(({ deliveryId, year, kind, unit, amount, currency, statedById, statedAt }) => ({
    ...{ delivery: titles.get(deliveryId) ?? "", year: String(year), kind: kindName(kind), unit },
    money: currency ? { amountMinor: String(amount), currency } : null,
    number: currency ? null : hundredth(amount),
    by: world.people.get(statedById) ?? "",
    since: dayAt(statedAt, world.organisation.timeZone),
  }));
  return { rows, says: [{ key: "delivery.saidNotConfirmed", values: { count: rows.length } }] };
};

/** What the page about the impact has to say besides money, and of what waits for somebody to confirm it. */
export const slowBesidesMoney: Record<string, SlowSection> = { benefitBesidesMoney, benefitNotConfirmed };
