const { writeSync } = require("node:fs");

/** Ends the run with one plain line, so that any CI can read it without knowing Jest. */
module.exports = class PlainLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, testResults }) {
    const unrunnable = testResults.filter((file) => file.testExecError).length;
    const line = `${numPassedTests} passed, ${numFailedTests + unrunnable} failed\n`;
    // Jest's own summary is written after all reporters have been called.
    process.once("exit", () => writeSync(1, line));
  }
};
