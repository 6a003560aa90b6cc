// A worker of its own for the test that kills it: loads everything, says so, and works once it is told to.

import { deliver } from "../../lib/notifications/delivery";
import { disconnect } from "../../lib/platform/db/client";
import { errandsFor } from "../../lib/platform/react";
import { reactions } from "../../lib/reactions";
import { startWorker } from "../../lib/worker";

async function main(): Promise<void> {
  await Promise.all([import("../../lib/notifications/mails/letter-mail"), import("pg-boss")]);
  process.stdout.write("ready\n");
  await new Promise((told) => process.stdin.once("data", told));
  const stop = startWorker({ errands: { ...errandsFor(reactions), mail: deliver } });
  process.stdin.once("data", async () => {
    await stop();
    await disconnect();
    process.exit(0);
  });
}

void main();
