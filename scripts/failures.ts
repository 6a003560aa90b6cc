import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** A test that failed, by its file and sentence, and why. */
export type Fault = { test: string; why: string };

/** Enough of a message to see what was expected, few enough that many of them fit the end of a log. */
const LINES = 25;

const briefly = (why = "") =>
  stripVTControlCharacters(why)
    .split("\n")
    .filter((line) => !/^\s+at .*(node_modules|node:)/.test(line))
    .slice(0, LINES)
    .join("\n");

type JestFile = {
  name: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
};

/** What failed in a run of Jest, from its JSON; a file that could not even run counts as one. */
export const jestFaults = ({ testResults = [] }: { testResults?: JestFile[] }): Fault[] =>
  testResults.flatMap(({ name, message, assertionResults }) =>
    assertionResults.length === 0 && message
      ? [{ test: relative(process.cwd(), name), why: briefly(message) }]
      : assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName, failureMessages }) => ({
            test: `${relative(process.cwd(), name)}: ${fullName}`,
            why: briefly(failureMessages[0]),
          })),
  );

type Suite = {
  suites?: Suite[];
  specs?: {
    ok: boolean;
    file: string;
    title: string;
    tests: { results: { errors: { message?: string; snippet?: string }[] }[] }[];
  }[];
};

/** What failed in a run of Playwright, from its JSON. */
export const playwrightFaults = ({ suites = [], specs = [] }: Suite): Fault[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
      return { test: `${file}: ${title}`, why: briefly(errors.map(({ message }) => message).join("\n")) };
    }),
  ...suites.flatMap(playwrightFaults),
];

/** The failures once more, where one looks first: at the end of a long log. */
export const toldAgain = (faults: Fault[]): string =>
  faults.map(({ test, why }) => `\n✕ ${test}\n${why.replaceAll(/^/gm, "    ")}\n`).join("");
