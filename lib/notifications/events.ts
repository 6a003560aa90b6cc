import { z } from "zod";
import { defineEvent } from "../platform/events";

/** Somebody chose anew how often mails come to them, in the settings or by a link in a mail. */
export const mailChoiceChanged = defineEvent({
  type: "mail.changed",
  payload: z.object({ to: z.record(z.string(), z.string()), by: z.enum(["settings", "link"]) }),
  webhook: false,
});

/** A job that had failed for good is done again; the subject is the job. */
export const jobReplayed = defineEvent({
  type: "job.replayed",
  payload: z.object({ name: z.string() }),
  webhook: false,
});

/** A job that had failed for good was given up; the subject is the job. */
export const jobDiscarded = defineEvent({
  type: "job.discarded",
  payload: z.object({ name: z.string() }),
  webhook: false,
});
