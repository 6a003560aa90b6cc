import { join } from "node:path";
import { migrate } from "../../prisma/migrate";
import { type Cluster, startCluster } from "../../scripts/cluster";

/** One PostgreSQL for the whole run, in a folder that is kept: starting again takes a tenth of a second. */
export default async function startDatabase(): Promise<void> {
  const held = globalThis as typeof globalThis & { testCluster?: Cluster };
  if (held.testCluster || process.env.TEST_CLUSTER) return;

  const cluster = await startCluster(join(process.env.DATA_DIR ?? join(process.cwd(), ".data"), "test"));
  held.testCluster = cluster;
  await cluster.dropDatabase("template_tormenta");
  await migrate(await cluster.ensureDatabase("template_tormenta"));
  process.env.TEST_CLUSTER = cluster.url("DATABASE");
}
