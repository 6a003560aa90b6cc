import { z } from "zod";

/** Text that says a number; anything else is left to the schema to refuse. `Number` alone reads a list or `true` too. */
const read = (value: string | number) =>
  typeof value === "string" && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value;

/** Schema of a whole number between two others, which addresses and forms send as text. */
export const wholeNumber = (least: number, most: number) => z.preprocess(read, z.int().min(least).max(most));
