import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { now } from "../platform/clock";
import { type Db, db, transaction } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import { record } from "../platform/events";
import { currencyChanged, rateRemoved, rateStated } from "./events";
import { ownCurrency } from "./own-currency";
import type { Rate, Rates, rateInput, rateRef } from "./rate-schema";

/** What amounts are added up in, the rates for it, and the currencies and years for which one is still to be stated. */
export async function findRates(actor: Actor): Promise<Rates> {
  authorize(actor, "organisation.manage");
  const currency = await ownCurrency(db);
  const [rates, missing] = await Promise.all([
    db.$queryRaw<Rate[]>`
      select r.id,
             r.currency,
             r.year::int,
             trim_scale(r.rate)::text as rate,
             r.source,
             p.name as "statedBy"
        from exchange_rate r
        left join person p on p.id = r.stated_by_id
       where r.into_currency = ${currency}
       order by r.year desc, r.currency`,
    db.$queryRaw<Rates["missing"]>`
      select distinct a.currency, a.year::int
        from (select currency, year from forecast union select currency, year from outcome) a
       where a.currency <> ${currency}
         and not exists (select
                           from exchange_rate r
                          where (r.currency, r.into_currency, r.year) = (a.currency, ${currency}, a.year))
       order by 2 desc, 1`,
  ]);
  return { currency, rates, missing };
}

/** States what a currency was worth in a year, in the organisation's; from then on its amounts are added up. */
export async function stateRate(actor: Actor, { currency, year, rate, source }: z.output<typeof rateInput>) {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    await tx.$queryRaw`select from organisation for no key update`;
    const intoCurrency = await ownCurrency(tx);
    if (currency === intoCurrency)
      throw new Failure("invalid", "validation.checkFields", { currency: "delivery.ownCurrency" });
    const key = { currency_intoCurrency_year: { currency, intoCurrency, year } };
    const before = await tx.exchangeRate.findUnique({ where: key });
    if (before?.rate.equals(rate) && before.source === source) return;
    const data = { rate, source, statedById: actor.id, statedAt: now() };
    const { id } = await tx.exchangeRate.upsert({
      where: key,
      update: data,
      create: { currency, intoCurrency, year, ...data },
    });
    const change = { from: before ? String(before.rate) : null, to: rate };
    await record(tx, actor, rateStated, id, { name: currency, year, into: intoCurrency, ...change, source });
  });
}

/** Takes a rate back: amounts in that currency and year are no longer added up. */
export async function removeRate(actor: Actor, { rateId: id }: z.output<typeof rateRef>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    const found = await tx.exchangeRate.findUnique({ where: { id } });
    if (!found) throw notFound();
    const { count } = await tx.exchangeRate.deleteMany({ where: { id } });
    const { currency: name, year, intoCurrency: into, rate } = found;
    if (count > 0) await record(tx, actor, rateRemoved, id, { name, year, into, was: String(rate) });
  });
}

/** Has the organisation count in another currency. Rates into the one before stay, and count again with it. */
export async function changeCurrency(tx: Db, actor: Actor, to: string): Promise<{ isChanged: boolean }> {
  await tx.$queryRaw`select from organisation for no key update`;
  const from = await ownCurrency(tx);
  if (from === to) return { isChanged: false };
  await tx.organisation.updateMany({ data: { currency: to } });
  await record(tx, actor, currencyChanged, actor.id, { from, to });
  return { isChanged: true };
}
