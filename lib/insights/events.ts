import { z } from "zod";
import { defineEvent } from "../platform/events";
import { targetsInput } from "./schema";

/** The organisation wants something else of its five figures; as people write it, null where it wants nothing. */
export const targetsChanged = defineEvent({
  type: "targets.changed",
  payload: z.object({ from: targetsInput, to: targetsInput }),
  webhook: false,
});
