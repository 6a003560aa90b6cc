import { z } from "zod";
import { currencies } from "../platform/currencies";
import { message } from "../platform/parse";
import { typedLine, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";

/** A currency, by ISO 4217. */
export const currency = z.enum(currencies);

/** A calendar year that something is counted in. */
export const year = wholeNumber(2000, 2199).describe("The calendar year.");

/** What a currency was worth in a year, in the organisation's. */
export const rateInput = z.strictObject({
  currency,
  year,
  rate: z
    .string()
    .trim()
    .max(24)
    .regex(/^(?=.*[1-9])\d{1,9}(?:[.,]\d{1,10})?$/, message("delivery.rateUnclear"))
    .transform((text) => text.replace(",", ".")),
  source: typedLine()
    .max(300)
    .refine((text) => visible(text) !== "", message("validation.missing")),
});

/** Names a rate. */
export const rateRef = z.strictObject({ rateId: z.uuid() });

/** The currency that the organisation counts in. */
export const currencyChoice = z.strictObject({ currency });

/** An exchange rate as its page shows it. */
export type Rate = {
  id: string;
  currency: string;
  year: number;
  rate: string;
  source: string;
  statedBy: string | null;
};

/** What amounts are added up in, the rates there are, and those that amounts wait for. */
export type Rates = { currency: string; rates: Rate[]; missing: { currency: string; year: number }[] };
