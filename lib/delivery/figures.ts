import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize, can } from "../access/authorize";
import { now, todayIn } from "../platform/clock";
import { type Db, transaction } from "../platform/db/client";
import type { Outcome } from "../platform/db/generated/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { smallestUnits } from "./amounts";
import type { confirmInput, ForecastInput, forecastRef, OutcomeInput, outcomeRef } from "./benefit-schema";
import { forecastRemoved, forecastStated, outcomeConfirmed, outcomeRemoved, outcomeStated } from "./events";
import { holdDelivery } from "./hold-delivery";
import type { DeliveryRef } from "./schema";

type Line = { year: number; kind: string; currency: string | null; unit: string | null };

const told = ({ year, kind, currency, unit }: Line) => ({ year, kind, in: currency ?? unit ?? "" });

/** What is known of a year is said afterwards. */
function requireKnown({ timeZone }: Actor, year: number): void {
  if (year > Number(todayIn(timeZone).slice(0, 4)))
    throw new Failure("invalid", "validation.checkFields", { year: "delivery.yearAhead" });
}

async function requireForecastable(tx: Db, deliveryId: string, year: number): Promise<void> {
  if ((await tx.knownYear.count({ where: { deliveryId, year } })) > 0)
    throw new Failure("conflict", "delivery.forecastStays");
}

/** Holds the delivery of a figure still. For whoever may not read what it brings, the figure is not there. */
async function holdReadable(tx: Db, actor: Actor, deliveryId: string): Promise<void> {
  const [held] = await tx.$queryRaw<{ authorId: string }[]>`
    select owner_id as "authorId" from delivery where id = ${deliveryId}::uuid for no key update`;
  if (!held || !can(actor, "benefit.read", held)) throw notFound();
}

/** Says what a delivery is expected to bring in a year; once something was ever said of what came of that year it stays. */
export const stateForecast = (actor: Actor, input: ForecastInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { amount: written, note, ...line } = input;
    const amount = smallestUnits(written, line.currency);
    await holdDelivery(tx, actor, line.deliveryId);
    const before = await tx.forecast.findFirst({ where: line });
    if (before?.amount === amount && before.note === note) return { deliveryId: line.deliveryId };
    await requireForecastable(tx, line.deliveryId, line.year);
    const data = { amount, note, statedById: actor.id, statedAt: now() };
    if (before) await tx.forecast.update({ where: { id: before.id }, data });
    else await tx.forecast.create({ data: { ...line, ...data } });
    const change = { from: before ? String(before.amount) : null, to: String(amount) };
    await record(tx, actor, forecastStated, line.deliveryId, { ...told(line), ...change });
    return { deliveryId: line.deliveryId };
  });

/** Says what came of a delivery in a year, and what shows it. It counts once another person has confirmed it. */
export const stateOutcome = (actor: Actor, input: OutcomeInput): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { amount: written, evidence, ...line } = input;
    const amount = smallestUnits(written, line.currency);
    requireKnown(actor, line.year);
    await holdDelivery(tx, actor, line.deliveryId);
    const before = await tx.outcome.findFirst({ where: line });
    if (before?.amount === amount && before.evidence === evidence) return { deliveryId: line.deliveryId };
    const data = { amount, evidence, statedById: actor.id, statedAt: now() };
    if (before) await tx.outcome.update({ where: { id: before.id }, data });
    else await tx.outcome.create({ data: { ...line, ...data } });
    const change = { from: before ? String(before.amount) : null, to: String(amount) };
    await record(tx, actor, outcomeStated, line.deliveryId, { ...told(line), ...change });
    return { deliveryId: line.deliveryId };
  });

async function heldOutcome(tx: Db, actor: Actor, id: string): Promise<Outcome> {
  const found = await tx.outcome.findUnique({ where: { id } });
  if (!found) throw notFound();
  await holdReadable(tx, actor, found.deliveryId);
  const held = await tx.outcome.findUnique({ where: { id } });
  if (!held) throw notFound();
  return held;
}

/** Confirms what came of a delivery, as it was seen: by another person than who stated it. */
export const confirmOutcome = (actor: Actor, input: z.output<typeof confirmInput>): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const { outcomeId: id, version } = input;
    const outcome = await heldOutcome(tx, actor, id);
    authorize(actor, "outcome.confirm", { authorId: outcome.statedById });
    const { deliveryId, statedById: statedBy, amount } = outcome;
    if (outcome.version !== version) throw new Failure("conflict", "delivery.changedMeanwhile");
    if (outcome.confirmedAt) return { deliveryId };
    await tx.outcome.update({ where: { id }, data: { confirmedById: actor.id, confirmedAt: now() } });
    await record(tx, actor, outcomeConfirmed, deliveryId, { ...told(outcome), was: String(amount), statedBy });
    return { deliveryId };
  });

/** Takes back what a delivery was expected to bring. */
export const removeForecast = (actor: Actor, { forecastId: id }: z.output<typeof forecastRef>): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const found = await tx.forecast.findUnique({ where: { id } });
    if (!found) throw notFound();
    await holdReadable(tx, actor, found.deliveryId);
    await holdDelivery(tx, actor, found.deliveryId);
    await requireForecastable(tx, found.deliveryId, found.year);
    const { count } = await tx.forecast.deleteMany({ where: { id } });
    if (count > 0)
      await record(tx, actor, forecastRemoved, found.deliveryId, { ...told(found), was: String(found.amount) });
    return { deliveryId: found.deliveryId };
  });

/** Takes back what was said to have come of a delivery; once it was confirmed, by another person than who stated it. */
export const removeOutcome = (actor: Actor, { outcomeId: id }: z.output<typeof outcomeRef>): Promise<DeliveryRef> =>
  transaction(async (tx) => {
    const found = await heldOutcome(tx, actor, id);
    await holdDelivery(tx, actor, found.deliveryId);
    if (found.wasConfirmed) authorize(actor, "outcome.confirm", { authorId: found.statedById });
    await tx.outcome.delete({ where: { id } });
    await record(tx, actor, outcomeRemoved, found.deliveryId, { ...told(found), was: String(found.amount) });
    return { deliveryId: found.deliveryId };
  });
