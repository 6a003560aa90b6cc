import { z } from "zod";
import { orNull } from "../platform/blank";
import { typedText } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";
import { title } from "./schema";

const day = z.iso.date();

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
