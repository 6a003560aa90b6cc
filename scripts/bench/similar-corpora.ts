import { join } from "node:path";
import { migrate } from "../../prisma/migrate";
import type { Cluster } from "../cluster";
import { step } from "../say";
import { withClient } from "../with-client";

/** The sources that pairs are labelled in. */
const corpora = ["decide-madrid-ideas", "valladolid-ideas", "uk-petitions"];

/**
 * A fresh database with the labelled sources in it, as the import makes ideas of them, and this process set to use it.
 * Which ideas were merged into which is taken out: it would give the answer away.
 *
 * @returns the id of every idea by `source:id there`
 */
export async function loadCorpora(cluster: Cluster, folder: string): Promise<Map<string, string>> {
  await cluster.dropDatabase("similar");
  const url = await cluster.ensureDatabase("similar");
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_URL: "http://localhost", NEXTAUTH_SECRET: "b".repeat(40) });
  const { withConnection } = await import("../../lib/transfer/connection");
  const { importFile } = await import("../../lib/transfer/import-file");
  const { shippedMapping } = await import("../../lib/transfer/shipped-mappings");
  const { countWords } = await import("../../lib/search/count-words");
  return step("Loading the corpora", async () => {
    await migrate(url);
    for (const name of corpora) {
      const mapping = shippedMapping(name);
      const path = join(folder, `${mapping.files[0]}.gz`);
      await withConnection(url, (connection) => importFile(connection, { path, mapping }));
    }
    await countWords();
    return withClient(url, async (client) => {
      await client.query("delete from merge");
      await client.query("vacuum analyze");
      const { rows } = await client.query(
        "select source_id || ':' || external_id as ref, target_id as id from import_record where kind = 'idea'",
      );
      return new Map(rows.map(({ ref, id }: { ref: string; id: string }) => [ref, id]));
    });
  });
}
