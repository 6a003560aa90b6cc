import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOnce } from "./build-once";
import { DEMO, openDatabase } from "./database";
import { dataDir, port } from "./places";
import { atEnd, main, say, step } from "./say";
import { requirePlace, serve } from "./supervise";

/** Kept, so that people stay signed in when the demo is started again. */
function demoSecret(): string {
  const file = join(dataDir(), "demo-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

main(async () => {
  const address = { port: port(), host: process.env.HOST || "127.0.0.1" };
  await requirePlace(address.port, address.host);
  await buildOnce();

  atEnd(async () => say("Stopped. Nothing is running any more."));
  const database = await step("Starting the database", () => openDatabase(DEMO));
  atEnd(database.close);

  const url = `http://localhost:${address.port}`;
  const env = {
    DATABASE_URL: database.url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: demoSecret(),
    TORMENTA_DEMO: "true",
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
  Object.assign(process.env, env);
  const { loadDemo, introduceDemoPeople } = await import("../lib/transfer/load-demo");
  const { disconnect } = await import("../lib/platform/db/client");
  atEnd(disconnect);
  await step("Loading the demo content", loadDemo);
  const people = await introduceDemoPeople();

  await serve({ ...address, database: DEMO, url, env }, () => {
    say(`\nTormenta is up: ${url}\n`);
    say("Sign in as one of these people, with one click:");
    for (const { name, about } of people) say(`  ${name.padEnd(24)} ${about}`);
    say(`\nMails are not sent; they are shown at ${url}/mail`);
    say(`Stop with Ctrl-C. Everything is kept in ${dataDir()}; the next start takes a few seconds.\n`);
  });
  return 0;
}, 0);
