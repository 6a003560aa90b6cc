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
