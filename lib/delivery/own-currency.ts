import type { Db } from "../platform/db/client";

/** The currency that the organisation counts in: benefits are added up in it. */
export const ownCurrency = async (db: Db): Promise<string> =>
  (await db.organisation.findFirstOrThrow({ select: { currency: true } })).currency;
