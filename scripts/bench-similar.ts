import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Found, report } from "./bench/found-pairs";
import { labelledPairs, partOf } from "./bench/labelled-pairs";
import { baselines } from "./bench/similar-baselines";
import { loadCorpora } from "./bench/similar-corpora";
import { startCluster } from "./cluster";
import { dataDir } from "./places";
import { atEnd, main, say, step } from "./say";

const HOW = `Measures how well similar ideas are found, on labelled pairs of real ideas:

  npm run bench:similar -- [folder with the real files]

The folder is ../shared/data or REAL_DATA unless one is named.`;

main(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const folder = [positionals[0] ?? "", process.env.REAL_DATA ?? "", resolve("../shared/data")].find(
    (path) => path && existsSync(join(path, "es_pares_duplicados.csv.gz")),
  );
  if (!folder) {
    say(`NOT RUN: the labelled pairs are not there.\n\n${HOW}`);
    return 0;
  }
  const cluster = await startCluster(join(dataDir(), "bench-similar"));
  atEnd(cluster.stop);
  const refs = await loadCorpora(cluster, folder);
  const { disconnect } = await import("../lib/platform/db/client");
  atEnd(disconnect);
  const { ourMethods } = await import("./bench/similar-ours");

  const pairs = (await labelledPairs(folder)).filter(({ a, b }) => refs.has(a) && refs.has(b));
  const isTraining = partOf(pairs);
  const found: Found[] = [];
  for (const method of [...baselines, ...(await ourMethods())]) {
    const rankings = new Map<string, string[]>();
    await step(`Asking: ${method.name}`, async (progress) => {
      const asked = [...new Set(pairs.filter(({ isSame }) => isSame).map(({ a }) => a))];
      for (const [n, ref] of asked.entries()) {
        rankings.set(ref, await method.rank(refs.get(ref) ?? ""));
        if (n % 50 === 0) progress(`${n} of ${asked.length}`);
      }
    });
    found.push({ name: method.name, rankings });
  }
  const { marksOf } = await import("./bench/similar-ours");
  process.stdout.write(`${report(pairs, refs, isTraining, found, await marksOf(pairs, refs))}\n`);
  return 0;
});
