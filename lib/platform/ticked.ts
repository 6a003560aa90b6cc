import { z } from "zod";

/** Schema of a box in a form: whether it was ticked. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
