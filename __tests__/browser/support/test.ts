import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

/** Opens a browser that shares nothing with the others, as somebody at another desk would have. */
export type Elsewhere = (options?: BrowserContextOptions) => Promise<Page>;

/** Whatever a browser complains about: script errors, and everything that our policy had to stop. */
function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  const visited = new Set<string>();
  context.on("request", (request) => request.isNavigationRequest() && visited.add(request.url()));
  context.on("weberror", (error) => complaints.push(`${error.page()?.url()}: ${error.error().stack}`));
  context.on("console", (message) => {
    // Chromium reports a page that is refused as an error; asking for what is not there, or not for one, is no defect.
    const isRefusedPage = /status of 40[134]/.test(message.text()) && visited.has(message.location().url);
    if (message.type() === "error" && !isRefusedPage) complaints.push(`${message.location().url}: ${message.text()}`);
  });
  return complaints;
}

/** A test in a browser, which fails when any page made the browser complain. */
export const test = base.extend<{ elsewhere: Elsewhere }>({
  context: async ({ context }, use) => {
    const complaints = complaintsOf(context);
    await use(context);
    expect(complaints).toEqual([]);
  },

  elsewhere: async ({ browser }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      opened.push({ context, complaints: complaintsOf(context) });
      return context.newPage();
    });
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
});

export { expect };
