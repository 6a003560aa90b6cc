import { z } from "zod";
import { blankIsMissing, orNull } from "../platform/blank";
import { message } from "../platform/parse";
import { typedLine, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";
import { reasonText } from "../workflow/schema";

/** What a delivery, or something on its way, is called. */
export const title = typedLine()
  .max(120, message("ideas.titleTooLong"))
  .refine((text) => visible(text) !== "", message("validation.missing"));
const version = wholeNumber(1, 2_147_483_647).describe("The version of the delivery that you have seen.");
const day = z.iso.date();

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

/** Names a delivery. */
export type DeliveryRef = z.output<typeof deliveryRef>;

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
