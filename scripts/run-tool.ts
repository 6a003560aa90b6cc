import { spawn } from "node:child_process";

/** Runs one of the project's own tools under our Node, its words going straight through. Answers its exit code. */
export const runTool = (script: string, args: string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: "inherit" });
    child.on("close", (code) => done(code ?? 1));
  });
