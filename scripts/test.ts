import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnce } from "./build-once";
import { type Fault, jestFaults, playwrightFaults, toldAgain } from "./failures";
import { runTool } from "./run-tool";
import { atEnd, main, say } from "./say";
import { startTestPortal } from "./test-portal";

type Count = { passed: number; failed: number; faults: Fault[] };

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const browser = [process.env.CHROMIUM_PATH ?? "", ...BROWSERS].find((path) => path && existsSync(path));
const results = mkdtempSync(join(tmpdir(), "tormenta-test-"));

/** A tool that ended badly without having counted a failure has failed all the same. */
const counted = (count: Count, exitCode: number): Count =>
  exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

const read = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});

async function runJest(args: string[]): Promise<Count> {
  const file = join(results, "jest.json");
  const code = await runTool("node_modules/jest/bin/jest.js", [
    "--reporters=default",
    "--json",
    `--outputFile=${file}`,
    ...args,
  ]);
  const told = read(file);
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = told;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return counted({ passed: numPassedTests, failed, faults: jestFaults(told) }, code);
}

async function runPlaywright(project: "browser" | "http", portal: Record<string, string>): Promise<Count> {
  const file = join(results, `${project}.json`);
  const code = await runTool(
    "node_modules/@playwright/test/cli.js",
    ["test", `--project=${project}`, "--reporter=list,json"],
    { ...portal, CHROMIUM_PATH: browser ?? "", PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  const told = read(file);
  const { expected = 0, unexpected = 0 } = told.stats ?? {};
  return counted({ passed: expected, failed: unexpected, faults: playwrightFaults(told) }, code);
}

/** What is asked of the portal that runs: in a browser where there is one, then without; the latter writes a lot. */
async function runAgainstPortal(): Promise<Count[]> {
  const portal = await startTestPortal();
  const counts = browser ? [await runPlaywright("browser", portal)] : [];
  return [...counts, await runPlaywright("http", portal)];
}

const NO_BROWSER = `
  ┌──────────────────────────────────────────────────────────────────────────┐
  │  THE BROWSER TESTS WERE NOT RUN: there is no Chromium on this machine.   │
  │  Get it, for example by:  apt-get install chromium                       │
  │  or name one:             CHROMIUM_PATH=/path/to/chromium npm test       │
  └──────────────────────────────────────────────────────────────────────────┘`;

main(async () => {
  atEnd(async () => rmSync(results, { recursive: true, force: true }));
  const args = process.argv.slice(2);
  const onlyPortal = args.includes("--portal");
  const isPart = args.length > 0;

  // The permission matrix and the tests of the portal look at what is served, not at what is written.
  await buildOnce();
  const counts = onlyPortal ? [] : [await runJest(args)];
  if (onlyPortal || !isPart) counts.push(...(await runAgainstPortal()));
  if (!browser) say(NO_BROWSER);

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(toldAgain(counts.flatMap(({ faults }) => faults)));
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
});
