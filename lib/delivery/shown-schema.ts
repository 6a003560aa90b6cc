import { z } from "zod";
import { type Named, named } from "../ideas/schema";
import { filterStates } from "../ideas/states";
import { forecast, outcome } from "./benefit-schema";
import { deliveryStates } from "./kinds";

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

/** An idea whose delivery is to begin, and who could see to it. */
export type Beginning = {
  idea: { id: string; title: string; language: string };
  owners: Named[];
  ownerId: string;
};
