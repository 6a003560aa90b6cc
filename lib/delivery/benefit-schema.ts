import { z } from "zod";
import { named } from "../ideas/schema";
import { orNull } from "../platform/blank";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";
import { decimalsOf } from "./amounts";
import { benefitKinds, isMoneyKind } from "./kinds";
import { currency, year } from "./rate-schema";

const figure = {
  deliveryId: z.uuid(),
  year,
  kind: z.enum(benefitKinds).describe("Money is saved, avoided, earned or cost; the rest is counted in a unit."),
  amount: z
    .string()
    .trim()
    .max(24)
    .regex(/^\d{1,13}(?:[.,]\d{1,4})?$/, message("delivery.amountUnclear"))
    .meta({ description: "Written out, without marks between thousands.", examples: ["1250.50"] }),
  currency: orNull(currency).default(null).describe("Of an amount of money, by ISO 4217."),
  unit: orNull(typedLine().max(60)).default(null).describe("What anything else is counted in."),
};

type Measured = { kind: (typeof benefitKinds)[number]; amount: string; currency: string | null; unit: string | null };

/** As many of the smallest units as an amount is kept in at most. */
const MOST_UNITS = 1e15;

/** Money has a currency and no unit, everything else the opposite; and nothing is greater than what is kept. */
function isMeasured({ kind, amount, currency: inCurrency, unit }: Measured, check: z.RefinementCtx): void {
  if (Number(amount.replace(",", ".")) * 10 ** decimalsOf(inCurrency) > MOST_UNITS)
    check.addIssue({ code: "custom", path: ["amount"], message: message("delivery.amountTooGreat") });
  const [path, other] = isMoneyKind(kind) ? (["currency", "unit"] as const) : (["unit", "currency"] as const);
  const given = { currency: inCurrency, unit };
  if (!given[path]) check.addIssue({ code: "custom", path: [path], message: message("validation.missing") });
  if (given[other]) check.addIssue({ code: "custom", path: [other], message: message("delivery.otherMeasure") });
}

/** What a delivery is expected to bring in a year. */
export const forecastInput = z
  .strictObject({ ...figure, note: orNull(typedText().max(2_000)).default(null) })
  .superRefine(isMeasured);

/** What a delivery is expected to bring in a year. */
export type ForecastInput = z.output<typeof forecastInput>;

/** What came of a delivery in a year, and what shows it. */
export const outcomeInput = z
  .strictObject({
    ...figure,
    evidence: typedText()
      .max(2_000)
      .refine((text) => visible(text).length >= 10, message("delivery.evidenceTooShort"))
      .meta({ minLength: 10, description: "What shows it: a report, a count, an invoice." }),
  })
  .superRefine(isMeasured);

/** What came of a delivery in a year. */
export type OutcomeInput = z.output<typeof outcomeInput>;

/** Names a forecast. */
export const forecastRef = z.strictObject({ forecastId: z.uuid() });

/** Names an outcome. */
export const outcomeRef = z.strictObject({ outcomeId: z.uuid() });

/** An outcome as somebody saw it who confirms it. */
export const confirmInput = z.strictObject({ outcomeId: z.uuid(), version: wholeNumber(1, 2_147_483_647) });

const stated = {
  id: z.string().meta({ format: "uuid" }),
  year: z.int(),
  kind: z.enum(benefitKinds),
  amount: z.string().describe("In the smallest unit of its currency, or in hundredths of its unit."),
  currency: z.string().nullable(),
  unit: z.string().nullable(),
  statedBy: named.nullable(),
  statedAt: z.date(),
};

/** What is expected of a delivery, as readers see it. */
export const forecast = z.object({ ...stated, note: z.string().nullable() }).meta({ id: "Forecast" });

/** What came of a delivery, as readers see it. */
export const outcome = z
  .object({
    ...stated,
    evidence: z.string(),
    version: z.int(),
    confirmedBy: named.nullable().describe("Another person than who stated it; null until somebody has."),
    confirmedAt: z.date().nullable(),
    wasConfirmed: z.boolean().describe("Whether it ever was: who stated it does not take it back alone."),
  })
  .meta({ id: "DeliveryOutcome" });

/** What is expected of a delivery in a year. */
export type Forecast = z.infer<typeof forecast>;

/** What came of a delivery in a year. */
export type Outcome = z.infer<typeof outcome>;
