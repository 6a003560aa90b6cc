/** Runs once when the server starts, before the first request: a portal with wrong settings must not come up at all. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/platform/env");
  env();
  const { watchExchanges } = await import("./lib/platform/watch-exchanges");
  watchExchanges();
  const { takeOverConsole } = await import("./lib/platform/console");
  takeOverConsole();
  const { offerSetup } = await import("./lib/access/setup");
  await offerSetup();
  const { keepStateWords } = await import("./lib/ideas/state-words");
  await keepStateWords();
  const { startWorker } = await import("./lib/worker");
  startWorker();
}

/** Hears of whatever fails outside our doors: in a layout, or while Next reads a form. */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteFailure } = await import("./lib/platform/request-failure");
  noteFailure(error);
}
