import { cpus } from "node:os";
import { Worker } from "node:worker_threads";
import type { Figures } from "./figures";
import type { Task } from "./worker";

/** Does all tasks, each in a thread of its own as long as there are processors; the results are in the tasks' order. */
export async function shareWork(
  tasks: readonly Task[],
  folder: string | null,
  done: (count: number) => void,
): Promise<Figures[]> {
  const results: Figures[] = [];
  let [next, finished] = [0, 0];
  const labour = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let mine = -1;
      const go = () => {
        mine = next++;
        if (mine >= tasks.length) resolve();
        else worker.postMessage(tasks[mine]);
      };
      worker.on("message", (figures: Figures) => {
        results[mine] = figures;
        done(++finished);
        go();
      });
      worker.on("error", reject);
      go();
    });
  const count = Math.min(cpus().length, 4, tasks.length);
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL("./worker.ts", import.meta.url), { workerData: folder, execArgv: ["--import", "tsx"] }),
  );
  try {
    await Promise.all(workers.map(labour));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}
