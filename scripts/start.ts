import { buildOnce } from "./build-once";
import { openDatabase, REAL } from "./database";
import { dataDir, port } from "./places";
import { requireRealSettings } from "./real-settings";
import { atEnd, main, say, step } from "./say";
import { requirePlace, serve } from "./supervise";

main(async () => {
  const address = { port: port(), host: process.env.HOST || "0.0.0.0" };
  const { url } = requireRealSettings(process.env);
  await requirePlace(address.port, address.host);
  await buildOnce();

  const given = Boolean(process.env.DATABASE_URL);
  atEnd(async () => say("Stopped. Nothing is running any more."));
  const database = await step("Starting the database", () => openDatabase(REAL));
  atEnd(database.close);

  const env = { DATABASE_URL: database.url, NEXTAUTH_URL: url };
  await serve({ ...address, database: REAL, url, env }, () => {
    say(`\nTormenta is up: ${url} (port ${address.port})`);
    say(`Everything is kept in ${given ? "the database that DATABASE_URL names" : dataDir()}. Stop with Ctrl-C.\n`);
  });
  return 0;
}, 0);
