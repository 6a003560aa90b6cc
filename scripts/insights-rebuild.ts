import { parseArgs } from "node:util";
import { DEMO, openForCommand } from "./database";
import { main, say, step } from "./say";
import { Trouble } from "./trouble";

const HOW = `Counts the figures that leadership sees anew from what they are figures of:

  npm run insights:rebuild -- [--people] [--database-url <url>] [--demo]

The portal does so by itself once a day and after an import; this is for whoever changed the database by hand. What people
did is counted when a month is over, so that nobody can watch them; with --people it is counted anew at once.`;

const options = {
  demo: { type: "boolean", default: false },
  people: { type: "boolean", default: false },
  "database-url": { type: "string" },
} as const;

function given() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n\n${HOW}`);
  }
}

main(async () => {
  const { demo, people, "database-url": url } = given();
  if (url) process.env.DATABASE_URL = url;
  await openForCommand(demo ? DEMO : undefined);
  const { rebuildInsights } = await import("../lib/insights/roll-ups");
  await step("Counting the figures anew", () => rebuildInsights({ withPeople: people }));
  say("Done.");
  return 0;
});
