import { z } from "zod";
import { defineEvent } from "../platform/events";

/** Somebody chose anew how often mails come to them, in the settings or by a link in a mail. */
export const mailChoiceChanged = defineEvent({
  type: "mail.changed",
  payload: z.object({ to: z.record(z.string(), z.string()), by: z.enum(["settings", "link"]) }),
  webhook: false,
});
