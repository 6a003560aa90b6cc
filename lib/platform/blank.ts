import { z } from "zod";

/** Schema of something that a form may leave empty, which then is null. */
export const orNull = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal("").transform(() => null), schema, z.null()]);

/** Schema of a reference that a form may leave empty. */
export const optionalId = orNull(z.uuid());

/** What an address leaves empty, as if it had not been said. */
export const blankIsMissing = (value: unknown): unknown => (value === "" ? undefined : value);
