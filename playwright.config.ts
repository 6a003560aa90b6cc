import { defineConfig } from "@playwright/test";

/** As root, and in a network without the internet, Chromium needs to be told what to leave alone. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  outputDir: "test-results",
  // Only against tests that hang: machines are shared, and checking a long page for barriers takes its time.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  use: { baseURL: process.env.PORTAL_URL },
  projects: [
    {
      name: "browser",
      testDir: "__tests__/browser",
      use: { locale: "en", launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: flags } },
    },
    // One after the other: these look at everything that is stored, before and after.
    { name: "http", testDir: "__tests__/http", workers: 1, fullyParallel: false },
  ],
});
