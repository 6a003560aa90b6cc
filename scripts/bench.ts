import { cpus } from "node:os";
import { join } from "node:path";
import { bareSql } from "./bench/bare-sql";
import { timeOfAllRanks } from "./bench/fill";
import { hotMinute } from "./bench/hot-minute";
import { leadersWait } from "./bench/leaders-wait";
import { type Effort, measure, type Row, type Subject } from "./bench/measure";
import { leaders, ratios, table, weights } from "./bench/report";
import { scenariosOf } from "./bench/scenarios";
import { type Size, seeded } from "./bench/seed";
import { startPortal, startYardstick } from "./bench/servers";
import { sightingsCost } from "./bench/sightings";
import { buildOnce } from "./build-once";
import { startCluster } from "./cluster";
import { dataDir } from "./places";
import { atEnd, main, say, step } from "./say";
import { withClient } from "./with-client";

const LARGE: Size = { name: "100k", ideas: 100_000, votes: 2_000_000, comments: 300_000 };
const SMALL: Size = { name: "10k", ideas: 10_000, votes: 200_000, comments: 30_000 };

/** The server counts and times every statement, planning included. */
const COUNTING = ["shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track_planning=on"];

// `npm run bench -- --quick` looks briefly; `--only=list` at what has that in its name.
const isQuick = process.argv.includes("--quick");
const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length) ?? "";
const effort: Effort = isQuick ? { rounds: 1, seconds: 3 } : { rounds: 3, seconds: 5 };

const mayCount = (admin: string) =>
  withClient(admin, (client) => client.query("create extension if not exists pg_stat_statements"));

main(async () => {
  await buildOnce();
  const cluster = await startCluster(join(dataDir(), "bench"), COUNTING);
  atEnd(cluster.stop);
  const subjects: Subject[] = [];
  for (const size of [LARGE, SMALL]) {
    const url = await seeded(cluster, size);
    const admin = cluster.adminUrl(new URL(url).pathname.slice(1));
    await mayCount(admin);
    subjects.push({ ...(await startPortal(url)), admin, ...(await scenariosOf(url)) });
  }
  const [large, small] = subjects as [Subject, Subject];
  const largeUrl = cluster.url(`bench_${LARGE.name}`);
  const bare = await startYardstick(largeUrl);

  const rows: Row[] = [];
  for (const [index, { name }] of large.scenarios.entries()) {
    if (!name.includes(only)) continue;
    rows.push(await step(`Measuring ${name}`, () => measure(index, large, small, bare, effort)));
  }
  const waits = await step("Asking for what leaders see", () => leadersWait(large, isQuick ? 3 : 20));
  const sql = await step("Measuring the bare driver", () => bareSql(largeUrl, large.ideas, effort.seconds));
  const ranks = await step("Ranking all ideas anew", () => timeOfAllRanks(largeUrl));
  const sightings = await step("A hundred sightings a second", () => sightingsCost(large, isQuick ? 10 : 30));
  const minute = !isQuick && (await step("A minute of votes on one idea", () => hotMinute(large)));

  const [cpu] = cpus();
  say(`\n${cpus().length} × ${cpu?.model}, Node ${process.version}\n`);
  process.stdout.write(`${[table(rows), ratios(rows), weights(rows), leaders(waits)].join("\n\n")}\n\n`);
  process.stdout.write(`The bare driver: list ${Math.round(sql.list)}/s, vote ${Math.round(sql.vote)}/s\n`);
  process.stdout.write(
    `${Math.round(sightings.perSecond)} sightings a second: ${(100 * sightings.share).toFixed(1)} % of one processor\n`,
  );
  process.stdout.write(`${ranks.ideas} ideas ranked anew in ${Math.round(ranks.seconds)} s\n`);
  if (minute)
    process.stdout.write(
      `A minute of votes on one idea, every ten seconds: ${minute.perSecond.map(Math.round).join(", ")}/s; the list before ${Math.round(minute.before)}/s, after ${Math.round(minute.after)}/s\n`,
    );
  for (const [size, { readyMs, memory }] of [
    ["100,000", large],
    ["10,000", small],
  ] as const) {
    const { now, most } = memory();
    process.stdout.write(
      `${size} ideas: ready in ${Math.round(readyMs)} ms; ${Math.round(now)} MB, at most ${Math.round(most)} MB\n`,
    );
  }
  for (const { name, large } of rows) process.stdout.write(`${name}: slowest: ${large.statements.slowest}\n`);
  return 0;
});
