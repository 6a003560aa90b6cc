import { z } from "zod";
import { type Named, named } from "../ideas/schema";
import { filterStates } from "../ideas/states";
import { blankIsMissing, orNull } from "../platform/blank";
import { currencies } from "../platform/currencies";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";
import { reasonText } from "../workflow/schema";
import { decimalsOf } from "./amounts";
import { benefitKinds, deliveryStates, isMoneyKind } from "./kinds";

const title = typedLine()
  .max(120, message("ideas.titleTooLong"))
  .refine((text) => visible(text) !== "", message("validation.missing"));
const version = wholeNumber(1, 2_147_483_647).describe("The version of the delivery that you have seen.");
const day = z.iso.date();
const year = wholeNumber(2000, 2199).describe("The calendar year.");

const workUrl = orNull(
  z
    .string()
    .trim()
    .max(1_000)
    .refine((text) => /^https:\/\/\S+$/.test(text) && URL.canParse(text), message("delivery.linkUnclear")),
).default(null);

const about = { title, ownerId: z.uuid(), startsOn: day, dueOn: day, workUrl };
type Days = { startsOn: string; dueOn: string };
const inOrder = ({ startsOn, dueOn }: Days) => startsOn <= dueOn;
const daysWrong = { path: ["dueOn"], error: message("delivery.dueBeforeStart") };

/** A new delivery of an idea, under an id made by whoever begins it: the same again is the same delivery. */
export const beginInput = z
  .strictObject({ deliveryId: z.uuid(), ideaId: z.uuid(), ...about })
  .refine(inOrder, daysWrong);

/** A new delivery of an idea. */
export type BeginInput = z.output<typeof beginInput>;

/** What is to be different about a delivery. */
export const changeInput = z.strictObject({ deliveryId: z.uuid(), version, ...about }).refine(inOrder, daysWrong);

/** What is to be different about a delivery. */
export type ChangeInput = z.output<typeof changeInput>;

/** Names a delivery. */
export const deliveryRef = z.strictObject({ deliveryId: z.uuid() });

/** The page that begins a delivery: of which idea. */
export const beginAddress = z.object({ ideaId: z.uuid() });

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Another idea for a delivery, by the address of its page. */
export const addIdeaInput = z
  .strictObject({ deliveryId: z.uuid(), idea: z.string().max(500) })
  .transform(({ deliveryId, idea }, check) => {
    const ideaId = ID.exec(idea)?.[0]?.toLowerCase();
    if (ideaId) return { deliveryId, ideaId };
    check.addIssue({ code: "custom", path: ["idea"], message: message("delivery.ideaUnclear") });
    return z.NEVER;
  });

/** An idea of a delivery. */
export const deliveredIdeaRef = z.strictObject({ deliveryId: z.uuid(), ideaId: z.uuid() });

/** Something that is to be there on the way, under an id made by whoever adds it. */
export const milestoneInput = z.strictObject({ deliveryId: z.uuid(), milestoneId: z.uuid(), name: title, dueOn: day });

/** Something that is to be there on the way. */
export type MilestoneInput = z.output<typeof milestoneInput>;

/** Names a milestone. */
export const milestoneRef = z.strictObject({ milestoneId: z.uuid() });

/** Whether a milestone is there. */
export const milestoneMark = z.strictObject({ milestoneId: z.uuid(), isDone: z.enum(["yes", "no"]) });

/** News of a delivery. */
export const reportInput = z.strictObject({
  deliveryId: z.uuid(),
  updateId: z
    .uuid()
    .optional()
    .describe("An id for the news, made by you. Whoever sends the same again, for want of an answer, tells it once."),
  progress: wholeNumber(0, 100).describe("Per cent done. Its ideas have it from the delivery."),
  body: orNull(typedText().max(5_000)).default(null).describe("What there is to tell, in Markdown. Backers read it."),
  nextOn: orNull(day).default(null).describe("When there will be news again; null leaves that as it is."),
});

/** News of a delivery. */
export type ReportInput = z.output<typeof reportInput>;

/** How deliveries end: with their ideas implemented, fully or in part, or without. */
export const endings = ["fully", "partly", "stopped"] as const;

/** The end of a delivery. Whoever stops one says why, and when there will be news of its ideas. */
export const endInput = z
  .strictObject({
    deliveryId: z.uuid(),
    version,
    how: z.enum(endings),
    body: orNull(reasonText).default(null),
    nextOn: orNull(day).default(null),
  })
  .superRefine(({ how, body, nextOn }, check) => {
    if (how !== "stopped") return;
    if (!body) check.addIssue({ code: "custom", path: ["body"], message: message("workflow.reasonMissing") });
    if (!nextOn) check.addIssue({ code: "custom", path: ["nextOn"], message: message("workflow.nextOnMissing") });
  });

/** The end of a delivery. */
export type EndInput = z.output<typeof endInput>;

/** A delivery that is not done after all: why, how far it has come, and when there will be news. */
export const reopenInput = z.strictObject({
  deliveryId: z.uuid(),
  version,
  progress: wholeNumber(0, 100),
  body: reasonText,
  nextOn: orNull(day).default(null),
});

/** A delivery that is not done after all. */
export type ReopenInput = z.output<typeof reopenInput>;

const currency = z.enum(currencies);

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

/** Which deliveries a list shows. */
export const listStates = ["open", "late", "done", "stopped", "all"] as const;

const id = z.preprocess(blankIsMissing, z.uuid().optional());

/** Which deliveries, and from where on. */
export const deliveryListInput = z.object({
  state: z
    .preprocess(blankIsMissing, z.enum(listStates).default("open"))
    .describe("Which of them; those that are open without it."),
  owner: id.describe("Who sees to them."),
  department: id.describe("Of ideas that concern this department, or one below it."),
  category: id.describe("Of ideas about this."),
  after: id.describe("The last delivery of the page before."),
});

/** Which deliveries, and from where on. */
export type DeliveryListInput = z.output<typeof deliveryListInput>;

const date = z.string().meta({ format: "date" });

/** A delivery in a list. */
export const deliveryCard = z
  .object({
    id: z.string().meta({ format: "uuid" }),
    title: z.string(),
    owner: named,
    startsOn: date,
    dueOn: date,
    progress: z.int().describe("Per cent done."),
    state: z.enum(deliveryStates),
    isLate: z.boolean().describe("Whether it is open after the day it was due."),
    ideas: z.int().describe("How many ideas it brings about."),
    nextMilestone: z.object({ name: z.string(), dueOn: date }).nullable(),
  })
  .meta({ id: "DeliveryCard" });

/** A delivery in a list. */
export type DeliveryCard = z.infer<typeof deliveryCard>;

/** One page of deliveries, first those that are due first. */
export const deliveryPage = z.object({
  deliveries: z.array(deliveryCard),
  next: z.string().nullable().describe("What to ask for as `after` to go on; null on the last page."),
});

/** One page of deliveries. */
export type DeliveryPage = z.infer<typeof deliveryPage>;

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

const milestone = z.object({
  id: z.string().meta({ format: "uuid" }),
  name: z.string(),
  dueOn: date,
  doneOn: date.nullable(),
});

const update = z.object({
  id: z.string().meta({ format: "uuid" }),
  author: named.nullable(),
  progress: z.int(),
  body: z.string().nullable().describe("Markdown."),
  at: z.date(),
});

/** News of a delivery, as readers see it. */
export type DeliveryUpdate = z.infer<typeof update>;

/** Something that is to be there on the way. */
export type Milestone = z.infer<typeof milestone>;

/** A delivery, whole. */
export const deliveryInFull = deliveryCard
  .omit({ ideas: true })
  .extend({
    version: z.int(),
    workUrl: z.string().nullable(),
    begunAt: z.date(),
    endedAt: z.date().nullable(),
    ideas: z.array(
      z.object({
        id: z.string().meta({ format: "uuid" }),
        title: z.string(),
        status: z.enum(filterStates),
        language: z.string(),
      }),
    ),
    milestones: z.array(milestone),
    updates: z.array(update).describe("The last fifty, newest first."),
    benefits: z
      .object({ forecasts: z.array(forecast), outcomes: z.array(outcome) })
      .nullable()
      .describe("Null for those who may not read what it brings."),
  })
  .meta({ id: "DeliveryInFull" });

/** A delivery, whole. */
export type DeliveryInFull = z.infer<typeof deliveryInFull>;

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

/** An idea whose delivery is to begin, and who could see to it. */
export type Beginning = {
  idea: { id: string; title: string; language: string };
  owners: Named[];
  ownerId: string;
};
