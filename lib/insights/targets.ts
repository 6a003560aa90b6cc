import { db } from "../platform/db/client";

/** What is wanted of the figures, by their names. */
export async function targets(): Promise<Record<string, number>> {
  const set = await db.figureTarget.findMany({ select: { figure: true, value: true } });
  return Object.fromEntries(set.map(({ figure, value }) => [figure, value]));
}
