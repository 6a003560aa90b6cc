const nextJest = require("next/jest.js");

const createJestConfig = nextJest({ dir: __dirname });

const shared = {
  modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/"],
  moduleNameMapper: {
    "^@/(.*)$": "<rootDir>/$1",
    "^server-only$": "<rootDir>/__tests__/support/server-only.ts",
    // What Node can load and Jest cannot: see domain-environment.js.
    "^pg-boss$": "<rootDir>/__tests__/support/pg-boss.js",
    "^@react-email/components$": "<rootDir>/__tests__/support/react-email.js",
    "^pptxgenjs$": "<rootDir>/__tests__/support/pptxgenjs.js",
  },
};

module.exports = async () => ({
  // Only against tests that hang: how fast things are is not for tests to say, and machines are shared.
  testTimeout: 60_000,
  maxWorkers: 2,
  reporters: ["default", "<rootDir>/__tests__/support/reporter.js"],
  projects: [
    await createJestConfig({
      ...shared,
      displayName: "domain",
      testEnvironment: "<rootDir>/__tests__/support/domain-environment.js",
      testMatch: ["<rootDir>/__tests__/{lib,architecture,prisma,scripts}/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/support/start-database.ts",
      globalTeardown: "<rootDir>/__tests__/support/stop-database.ts",
      setupFilesAfterEnv: ["<rootDir>/__tests__/support/each-domain-test.ts"],
    })(),
    await createJestConfig({
      ...shared,
      displayName: "components",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/__tests__/components/**/*.test.tsx"],
      setupFilesAfterEnv: ["<rootDir>/__tests__/support/each-component-test.ts"],
    })(),
  ],
});
