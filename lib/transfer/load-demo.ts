import { randomUUID } from "node:crypto";
import { rebuildInsights } from "../insights/roll-ups";
import { db } from "../platform/db/client";
import { env } from "../platform/env";
import { refreshRanks } from "../ranking/refresh-ranks";
import { readMapping } from "./choose-mapping";
import { type Connection, inTransaction, withConnection } from "./connection";
import { enliven } from "./demo-activity";
import { nameDemoAuthors } from "./demo-authors";
import { spreadOverTheMorning } from "./demo-day";
import { deliverDemoIdeas } from "./demo-deliveries";
import { evaluateDemoIdeas } from "./demo-evaluations";
import { type DemoOrganisation, demoFile, demoOrganisation } from "./demo-files";
import { pursueGoals } from "./demo-goals";
import { foundDemoOrganisation } from "./demo-organisation";
import { makePromises } from "./demo-promises";
import { letStaffRead } from "./demo-readings";
import { giveOut } from "./demo-review";
import { foundReviewing } from "./demo-reviewing";
import { rankStaff } from "./demo-staff";
import { talkAboutIdeas } from "./demo-talk";
import { answerOverTheYear, spreadOverTheYear } from "./demo-year";
import { demoLoaded, recordImport } from "./events";
import { importFile } from "./import-file";
import { ImportTrouble } from "./refusal";
import { shippedMappings } from "./shipped-mappings";

const DAY_MS = 86_400_000;

type State = { loadedAt: Date; complete: boolean };

const found = async (connection: Connection): Promise<(State & { demo: boolean }) | undefined> =>
  (
    await connection.query<State & { demo: boolean }>(
      `select demo, set_up_at as "loadedAt", exists (select from event where type = $1) as complete from organisation`,
      [demoLoaded.type],
    )
  ).rows[0];

/** When the demo was begun, and whether it was finished. Refuses a database that belongs to somebody. */
async function begin(connection: Connection, organisation: DemoOrganisation): Promise<State> {
  const before = await found(connection);
  if (before && !before.demo) throw new ImportTrouble("transfer.demoElsewhere");
  if (before?.complete) return before;
  await inTransaction(connection, async () => {
    await foundDemoOrganisation(connection, organisation);
    await foundReviewing(connection, organisation);
  });
  return (await found(connection)) as State;
}

/** Whole days, so that the time of day stays; from the first loading, so that an interrupted one goes on as it began. */
const shiftFor = (youngest: string, loadedAt: Date): number =>
  Math.floor((loadedAt.getTime() - new Date(youngest).getTime()) / DAY_MS) * DAY_MS;

async function importSources(
  connection: Connection,
  { sources }: DemoOrganisation,
  loadedAt: Date,
  say: (progress: string) => void,
): Promise<void> {
  for (const { file, mapping, youngest, progress } of sources) {
    await importFile(connection, {
      path: demoFile(file),
      mapping: shippedMappings.get(mapping) ?? (await readMapping(demoFile(mapping))),
      shiftMs: shiftFor(youngest, loadedAt),
      onProgress: ({ figures }) => say(`${progress}: ${figures.read}`),
    });
  }
}

/**
 * Fills an empty database with the demo: a believable company whose staff discuss real, published ideas. The same
 * database always comes out, but for the dates, which end on the day of loading.
 *
 * Does nothing where the demo is complete, goes on where it was interrupted, and refuses any other organisation.
 *
 * @param say hears what is being loaded
 * @throws ImportTrouble when the database belongs to an organisation that is no demo
 */
export async function loadDemo(say: (progress: string) => void): Promise<void> {
  const organisation = demoOrganisation();
  await withConnection(env().DATABASE_URL, async (connection) => {
    const { loadedAt, complete } = await begin(connection, organisation);
    if (complete) return;
    await importSources(connection, organisation, loadedAt, say);
    say(organisation.name);
    await inTransaction(connection, async () => {
      await spreadOverTheMorning(connection);
      await nameDemoAuthors(connection, organisation);
      await spreadOverTheYear(connection, loadedAt);
      await enliven(connection, organisation, loadedAt);
      await talkAboutIdeas(connection, organisation, loadedAt);
      await evaluateDemoIdeas(connection, loadedAt);
      await giveOut(connection, loadedAt);
      await makePromises(connection, organisation, loadedAt);
      await answerOverTheYear(connection, organisation, loadedAt);
      await deliverDemoIdeas(connection, loadedAt);
      await pursueGoals(connection, loadedAt);
      await rankStaff(connection, organisation, loadedAt);
      await letStaffRead(connection, organisation, loadedAt);
      await recordImport(connection, demoLoaded, randomUUID(), {});
    });
  });
  while ((await refreshRanks()) > 0);
  await rebuildInsights({ withPeople: true });
}

/** The people one can be in the demo, each with a line that says who they are, in the order of its organisation's file. */
export async function introduceDemoPeople(): Promise<{ name: string; about: string }[]> {
  const { people } = demoOrganisation();
  const here = await db.person.findMany({ where: { email: { not: null } }, select: { email: true } });
  const emails = new Set(here.map(({ email }) => email));
  return people.flatMap(({ name, email, about = "", roles }) =>
    email && emails.has(email) ? [{ name, about: `${roles.at(-1)}: ${about}` }] : [],
  );
}
