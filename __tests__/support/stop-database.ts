import type { Cluster } from "../../scripts/cluster";

export default async function stopDatabase(): Promise<void> {
  const held = globalThis as typeof globalThis & { testCluster?: Cluster };
  await held.testCluster?.stop();
  held.testCluster = undefined;
}
