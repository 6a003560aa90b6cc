import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { main, say, step } from "./say";
import { chartsOf } from "./simulate/charts";
import { type Findings, gathered } from "./simulate/figures";
import { readConversations } from "./simulate/polis";
import { sectionsOf } from "./simulate/report";
import { replays, synthetic } from "./simulate/scenarios";
import { withSections } from "./simulate/sections";
import { shareWork } from "./simulate/share-work";

// `npm run simulate -- --quick` runs everything twice, and changes no document; a folder may be named for the real votes.
const isQuick = process.argv.includes("--quick");
const named = process.argv.slice(2).find((word) => !word.startsWith("--"));
const folder = resolve(named ?? process.env.REAL_DATA ?? "../shared/data");
const RUNS = isQuick ? 2 : 30;

const DOCUMENT = "docs/ranking.md";

async function findings(hasVotes: boolean): Promise<Map<string, Findings>> {
  const scenarios = [...(hasVotes ? replays : []), ...Object.keys(synthetic)];
  const tasks = scenarios.flatMap((name) => Array.from({ length: RUNS }, (_, run) => ({ name, seed: run + 1 })));
  const results = await step(`Simulating, ${RUNS} times each`, (progress) =>
    shareWork(tasks, hasVotes ? folder : null, (done) => progress(`${done} of ${tasks.length}`)),
  );
  const runsOf = (scenario: string) => results.filter((_, index) => tasks[index]?.name === scenario);
  return new Map(scenarios.map((name) => [name, gathered(runsOf(name))]));
}

main(async () => {
  const hasVotes = readConversations(folder) !== null;
  if (!hasVotes)
    say(`The votes of Polis are not in ${folder}: only made-up people are simulated. Set REAL_DATA to their folder.`);
  const found = await findings(hasVotes);
  const sections = sectionsOf(found);
  process.stdout.write(`\n${Object.values(sections).join("\n\n")}\n`);
  if (isQuick || !hasVotes) return 0;
  for (const [name, svg] of Object.entries(chartsOf(found))) writeFileSync(`docs/images/ranking-${name}.svg`, svg);
  writeFileSync(DOCUMENT, withSections(DOCUMENT, sections));
  say(`Written into ${DOCUMENT} and docs/images/ranking-*.svg`);
  return 0;
});
