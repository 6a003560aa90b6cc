import { parentPort, workerData } from "node:worker_threads";
import { readConversations } from "./polis";
import { perform } from "./scenarios";

/** One run of a scenario. */
export type Task = { name: string; seed: number };

const folder: string | null = workerData;
const conversations = (folder && readConversations(folder)) || [];

parentPort?.on("message", async ({ name, seed }: Task) => {
  parentPort?.postMessage(await perform(name, seed, conversations));
});
