import { z } from "zod";
import { defineEvent } from "../platform/events";

const idea = z.object({ idea: z.uuid() });
const name = z.object({ name: z.string(), dueOn: z.string() });

/** An accepted idea is being delivered from now on. */
export const deliveryBegun = defineEvent({
  type: "delivery.begun",
  payload: z.object({ title: z.string(), idea: z.uuid(), owner: z.uuid() }),
  webhook: true,
});

const wasAndIs = z.object({ title: z.string(), owner: z.uuid(), startsOn: z.string(), dueOn: z.string() });

/** A delivery is called differently, has another owner, other days, or is done elsewhere. */
export const deliveryChanged = defineEvent({
  type: "delivery.changed",
  payload: z.object({ before: wasAndIs, after: wasAndIs }),
  webhook: true,
});

/** A delivery brings about another idea as well. */
export const deliveryIdeaAdded = defineEvent({ type: "delivery.ideaAdded", payload: idea, webhook: true });

/** A delivery no longer brings about an idea. */
export const deliveryIdeaRemoved = defineEvent({ type: "delivery.ideaRemoved", payload: idea, webhook: true });

/** There is news of a delivery: how far it has come, and the ids of what was said and of its ideas. */
export const deliveryUpdated = defineEvent({
  type: "delivery.updated",
  payload: z.object({ from: z.number(), to: z.number(), update: z.uuid(), ideas: z.array(z.uuid()) }),
  webhook: true,
  followed: true,
});

/** A delivery is done or was given up. */
export const deliveryEnded = defineEvent({
  type: "delivery.ended",
  payload: z.object({ kind: z.string() }),
  webhook: true,
});

/** A delivery that was done is under way again; with the ids of its ideas that are in progress again. */
export const deliveryReopened = defineEvent({
  type: "delivery.reopened",
  payload: z.object({ ideas: z.array(z.uuid()) }),
  webhook: true,
});

/** Something more is to be there on the way of a delivery. */
export const milestoneAdded = defineEvent({ type: "milestone.added", payload: name, webhook: false });

/** A milestone is there. */
export const milestoneReached = defineEvent({ type: "milestone.reached", payload: name, webhook: false });

/** A milestone is not there after all. */
export const milestoneReopened = defineEvent({ type: "milestone.reopened", payload: name, webhook: false });

/** A milestone is no longer on the way. */
export const milestoneRemoved = defineEvent({ type: "milestone.removed", payload: name, webhook: false });

const amount = {
  year: z.number(),
  kind: z.string(),
  in: z.string(),
};

/** Something is expected of a delivery in a year, or something else than before; amounts in the smallest unit. */
export const forecastStated = defineEvent({
  type: "forecast.stated",
  payload: z.object({ ...amount, from: z.string().nullable(), to: z.string() }),
  webhook: false,
});

/** Something is expected of a delivery no more. */
export const forecastRemoved = defineEvent({
  type: "forecast.removed",
  payload: z.object({ ...amount, was: z.string() }),
  webhook: false,
});

/** Something came of a delivery in a year, or something else than was said before; amounts in the smallest unit. */
export const outcomeStated = defineEvent({
  type: "outcome.stated",
  payload: z.object({ ...amount, from: z.string().nullable(), to: z.string() }),
  webhook: false,
});

/** Another person has looked at what came of a delivery, and says so, too. */
export const outcomeConfirmed = defineEvent({
  type: "outcome.confirmed",
  payload: z.object({ ...amount, was: z.string(), statedBy: z.uuid() }),
  webhook: true,
});

/** What was said to have come of a delivery is taken back. */
export const outcomeRemoved = defineEvent({
  type: "outcome.removed",
  payload: z.object({ ...amount, was: z.string() }),
  webhook: false,
});

const rate = { name: z.string(), year: z.number(), into: z.string() };

/** A currency was worth so much in a year, by an administrator's word. */
export const rateStated = defineEvent({
  type: "rate.stated",
  payload: z.object({ ...rate, from: z.string().nullable(), to: z.string(), source: z.string() }),
  webhook: false,
});

/** Nothing is said any more of what a currency was worth in a year. */
export const rateRemoved = defineEvent({
  type: "rate.removed",
  payload: z.object({ ...rate, was: z.string() }),
  webhook: false,
});

/** The organisation counts in another currency. */
export const currencyChanged = defineEvent({
  type: "currency.changed",
  payload: z.object({ from: z.string(), to: z.string() }),
  webhook: false,
});
