import { randomUUID } from "node:crypto";
import { forecastInput, outcomeInput } from "@/lib/delivery/benefit-schema";
import { confirmOutcome, removeForecast, removeOutcome, stateForecast, stateOutcome } from "@/lib/delivery/figures";
import { findDelivery } from "@/lib/delivery/find-delivery";
import { findRates, stateRate } from "@/lib/delivery/rates";
import { chooseCurrency } from "@/lib/insights/choose-currency";
import { currencies, digitsOf } from "@/lib/platform/currencies";
import { db } from "@/lib/platform/db/client";
import { hire } from "../../support/database";
import { givenDelivery, reviewer } from "./delivering";

const year = 2025;
const saved = (deliveryId: string, amount: string, currency = "EUR") => ({
  ...{ deliveryId, year, kind: "saved" as const, amount, currency, unit: null },
});
const evidence = "Invoices of the third quarter, folder 12.";

async function stated() {
  const marta = await reviewer();
  const { deliveryId } = await givenDelivery(marta);
  await stateOutcome(marta, { ...saved(deliveryId, "1250.50"), evidence });
  const { id, version } = await db.outcome.findFirstOrThrow({ where: { deliveryId } });
  return { marta, deliveryId, seen: { outcomeId: id, version } };
}

it("an amount is kept to the last cent", async () => {
  const { marta, deliveryId } = await stated();
  const { benefits } = await findDelivery(marta, { deliveryId });

  expect(benefits?.outcomes).toMatchObject([{ amount: "125050", currency: "EUR", confirmedBy: null }]);
});

it("more decimals than a currency has are refused, not rounded", async () => {
  const marta = await reviewer();
  const { deliveryId } = await givenDelivery(marta);

  await expect(stateForecast(marta, { ...saved(deliveryId, "1250.5", "CLP"), note: null })).rejects.toMatchObject({
    fields: { amount: "delivery.tooManyDecimals" },
  });
});

it.each([
  ["9999999999999", "KWD"],
  ["100000000000.0001", "CLF"],
])("more than is kept is refused at its field, also where a currency has more decimals: %s %s", (amount, currency) => {
  const line = { ...saved(randomUUID(), amount, currency), unit: undefined };
  const { error } = forecastInput.safeParse(line);

  expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([[["amount"], "delivery.amountTooGreat"]]);
  expect(outcomeInput.safeParse({ ...line, evidence, amount: "99999999999.9999" }).success).toBe(true);
});

it("as much as can be kept is kept", async () => {
  const marta = await reviewer();
  const { deliveryId } = await givenDelivery(marta);
  await stateForecast(marta, forecastInput.parse({ ...saved(deliveryId, "100000000000.0000", "CLF"), note: null }));

  expect(await db.forecast.findFirst({ where: { deliveryId } })).toMatchObject({ amount: 10n ** 15n });
});

it("nobody confirms what they have stated, not even past the portal", async () => {
  const { marta, seen } = await stated();

  await expect(confirmOutcome(marta, seen)).rejects.toThrow("access.forbidden");
  await expect(
    db.outcome.update({ where: { id: seen.outcomeId }, data: { confirmedById: marta.id, confirmedAt: new Date() } }),
  ).rejects.toThrow("outcome_confirmed_by_another");
});

it("another person confirms it, but no employee", async () => {
  const { deliveryId, seen, marta } = await stated();
  const grace = await hire({ name: "Grace", roles: ["executive"] });

  await expect(confirmOutcome(await hire(), seen)).rejects.toThrow("validation.notFound");
  await confirmOutcome(grace, seen);
  const { benefits } = await findDelivery(marta, { deliveryId });
  expect(benefits?.outcomes).toMatchObject([{ confirmedBy: { name: "Grace" } }]);
});

it("nobody confirms a figure that they have not seen", async () => {
  const { marta, deliveryId, seen } = await stated();
  await stateOutcome(marta, { ...saved(deliveryId, "9999"), evidence });

  await expect(confirmOutcome(await reviewer(), seen)).rejects.toThrow("delivery.changedMeanwhile");
});

it("another figure is to be confirmed anew", async () => {
  const { marta, deliveryId, seen } = await stated();
  await confirmOutcome(await reviewer(), seen);
  await stateOutcome(marta, { ...saved(deliveryId, "1300"), evidence });

  expect(await db.outcome.findFirst({ where: { deliveryId } })).toMatchObject({
    confirmedById: null,
    amount: 130_000n,
  });
});

it("the same figure again changes nothing, and stays confirmed", async () => {
  const { marta, deliveryId, seen } = await stated();
  await confirmOutcome(await reviewer(), seen);
  await stateOutcome(marta, { ...saved(deliveryId, "1250,50"), evidence });

  expect(await db.outcome.findFirst({ where: { deliveryId } })).toMatchObject({ confirmedById: expect.any(String) });
});

it("once it is known what came of a year, what was expected stays, also past the portal", async () => {
  const marta = await reviewer();
  const { deliveryId } = await givenDelivery(marta);
  await stateForecast(marta, { ...saved(deliveryId, "1000"), note: null });
  await stateOutcome(marta, { ...saved(deliveryId, "400"), evidence });
  const { id } = await db.forecast.findFirstOrThrow({ where: { deliveryId } });

  await expect(stateForecast(marta, { ...saved(deliveryId, "400"), note: null })).rejects.toThrow(
    "delivery.forecastStays",
  );
  await expect(removeForecast(marta, { forecastId: id })).rejects.toThrow("delivery.forecastStays");
  await expect(db.forecast.update({ where: { id }, data: { amount: 400n } })).rejects.toThrow("its forecast stays");
});

it("what another person has confirmed is not taken back by who stated it, not even once it is stated anew", async () => {
  const { marta, deliveryId, seen } = await stated();
  const other = await reviewer();
  await confirmOutcome(other, seen);

  await expect(removeOutcome(marta, seen)).rejects.toThrow("access.forbidden");
  await stateOutcome(marta, { ...saved(deliveryId, "0"), evidence });
  await expect(removeOutcome(marta, seen)).rejects.toThrow("access.forbidden");
  await removeOutcome(other, seen);
  expect(await db.outcome.count({ where: { deliveryId } })).toBe(0);
});

it("nor by whoever sees to the delivery and may confirm nothing", async () => {
  const [marta, samuel] = [await reviewer(), await hire()];
  const { deliveryId } = await givenDelivery(marta, samuel);
  await stateOutcome(marta, { ...saved(deliveryId, "1250.50"), evidence });
  const { id, version } = await db.outcome.findFirstOrThrow({ where: { deliveryId } });
  await confirmOutcome(await reviewer(), { outcomeId: id, version });

  await expect(removeOutcome(samuel, { outcomeId: id })).rejects.toThrow("access.forbidden");
});

it("a forecast stays also when all is taken back that was said to have come, also past the portal", async () => {
  const marta = await reviewer();
  const { deliveryId } = await givenDelivery(marta);
  await stateForecast(marta, { ...saved(deliveryId, "1000"), note: null });
  await stateOutcome(marta, { ...saved(deliveryId, "400"), evidence });
  const { id } = await db.outcome.findFirstOrThrow({ where: { deliveryId } });
  await removeOutcome(marta, { outcomeId: id });
  const forecast = { deliveryId, year };

  await expect(stateForecast(marta, { ...saved(deliveryId, "400"), note: null })).rejects.toThrow(
    "delivery.forecastStays",
  );
  await expect(db.forecast.updateMany({ where: forecast, data: { amount: 400n } })).rejects.toThrow(
    "its forecast stays",
  );
  await db.delivery.delete({ where: { id: deliveryId } });
  expect(await db.forecast.count({ where: forecast })).toBe(0);
});

it("for whoever may not read what deliveries bring there are no figures to confirm or take back", async () => {
  const { marta, deliveryId, seen } = await stated();
  await stateForecast(marta, { ...saved(deliveryId, "1000"), year: 2024, note: null });
  const { id: forecastId } = await db.forecast.findFirstOrThrow({ where: { deliveryId } });
  const samuel = await hire();
  const deeds = [
    (id: string) => confirmOutcome(samuel, { outcomeId: id, version: 1 }),
    (id: string) => removeOutcome(samuel, { outcomeId: id }),
    (id: string) => removeForecast(samuel, { forecastId: id }),
  ];
  for (const [at, deed] of deeds.entries())
    for (const id of [at === 2 ? forecastId : seen.outcomeId, randomUUID()])
      await expect(deed(id)).rejects.toMatchObject({ code: "not_found" });
});

it("what comes of a year that is still ahead is not known", async () => {
  const marta = await reviewer();
  const { deliveryId } = await givenDelivery(marta);

  await expect(
    stateOutcome(marta, { ...saved(deliveryId, "1"), year: new Date().getFullYear() + 2, evidence }),
  ).rejects.toMatchObject({ fields: { year: "delivery.yearAhead" } });
});

it("what a delivery brings is read by those who review or lead, and by whoever sees to it", async () => {
  const [marta, samuel] = [await reviewer(), await hire()];
  const { deliveryId } = await givenDelivery(marta, samuel);
  const seenBy = async (actor: typeof marta) => (await findDelivery(actor, { deliveryId })).benefits !== null;

  expect([await seenBy(samuel), await seenBy(marta), await seenBy(await hire())]).toEqual([true, true, false]);
});

it("our list of currencies and the database's say the same", async () => {
  const kept = await db.currency.findMany({ orderBy: { code: "asc" } });

  expect(kept).toEqual(currencies.map((code) => ({ code, digits: digitsOf(code) })));
});

it("administrators see for which currencies and years a rate is still to be stated", async () => {
  const [marta, lucia] = [await reviewer(), await hire({ roles: ["administrator"] })];
  const { deliveryId } = await givenDelivery(marta);
  await stateForecast(marta, { ...saved(deliveryId, "1000", "CLP"), note: null });
  const before = await findRates(lucia);
  await stateRate(lucia, { currency: "CLP", year, rate: "0.00095", source: "European Central Bank" });

  expect(before.missing).toContainEqual({ currency: "CLP", year });
  expect((await findRates(lucia)).missing).not.toContainEqual({ currency: "CLP", year });
  await expect(stateRate(marta, { currency: "CLP", year, rate: "1", source: "x" })).rejects.toThrow("access.forbidden");
});

it("the organisation's own currency needs no rate, and rates into another one wait", async () => {
  const lucia = await hire({ roles: ["administrator"] });

  await expect(stateRate(lucia, { currency: "EUR", year, rate: "1", source: "x" })).rejects.toMatchObject({
    fields: { currency: "delivery.ownCurrency" },
  });
  await chooseCurrency(lucia, { currency: "BRL" });
  expect((await findRates(lucia)).rates).toEqual([]);
  await chooseCurrency(lucia, { currency: "EUR" });
});
