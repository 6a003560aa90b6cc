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
  testDir: "__tests__/browser",
  outputDir: "test-results",
  // Only against tests that hang: machines are shared, and checking a long page for barriers takes its time.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  use: {
    baseURL: process.env.PORTAL_URL,
    locale: "en",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: flags },
  },
});
