/** Does something of the portal's own on a database, in this process. */
async function on(url: string, work: () => Promise<void>): Promise<void> {
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_URL: "http://localhost", NEXTAUTH_SECRET: "b".repeat(40) });
  const { forgetEnv } = await import("../../lib/platform/env");
  forgetEnv();
  const { disconnect } = await import("../../lib/platform/db/client");
  await work();
  await disconnect();
}

/** Fills an empty database with the demo, whose texts are then multiplied. */
export const fillWithDemo = (url: string): Promise<void> =>
  on(url, async () => {
    const { loadDemo } = await import("../../lib/transfer/load-demo");
    await loadDemo(() => undefined);
  });

/** Brings the orders of a database up to date, however much has changed. */
export const rankAll = (url: string): Promise<void> =>
  on(url, async () => {
    const { refreshRanks } = await import("../../lib/ranking/refresh-ranks");
    while ((await refreshRanks()) > 0);
  });

/** Counts what leadership sees, where that was not done since the ideas came. */
export const countFigures = (url: string): Promise<void> =>
  on(url, async () => {
    const [{ rebuildInsights }, { db }] = await Promise.all([
      import("../../lib/insights/roll-ups"),
      import("../../lib/platform/db/client"),
    ]);
    const [ideas, counted] = await Promise.all([db.idea.count(), db.ideaFact.count()]);
    if (counted < ideas / 2) await rebuildInsights();
  });

/** How long it takes to compute the ranks of all ideas anew, from the first vote and sighting on. */
export async function timeOfAllRanks(url: string): Promise<{ ideas: number; seconds: number }> {
  const time = { ideas: 0, seconds: 0 };
  await on(url, async () => {
    const [{ refreshRanks }, { db }] = await Promise.all([
      import("../../lib/ranking/refresh-ranks"),
      import("../../lib/platform/db/client"),
    ]);
    await db.$executeRaw`update idea_rank set changes = changes - 1`;
    const begun = performance.now();
    for (let count = await refreshRanks(); count > 0; count = await refreshRanks()) time.ideas += count;
    time.seconds = (performance.now() - begun) / 1_000;
  });
  return time;
}
