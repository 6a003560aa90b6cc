import { DEMO, openDatabase } from "./database";
import { port } from "./places";
import { runTool } from "./run-tool";
import { atEnd, main, step } from "./say";

/** The portal while one works on it: the demo's content, pages rebuilt as their files change. */
main(async () => {
  const database = await step("Starting the database", () => openDatabase(DEMO));
  atEnd(database.close);
  const env = {
    DATABASE_URL: database.url,
    NEXTAUTH_URL: `http://localhost:${port()}`,
    NEXTAUTH_SECRET: "only-for-development-on-this-machine",
    TORMENTA_DEMO: "true",
  };
  Object.assign(process.env, env);
  const { loadDemo } = await import("../lib/transfer/load-demo");
  await step("Loading the demo content", loadDemo);
  return runTool("node_modules/next/dist/bin/next", ["dev", "-p", String(port())], env);
}, 0);
