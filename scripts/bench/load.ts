import autocannon from "autocannon";

/** One request, ready to be sent. */
export type Ask = { method: "GET" | "PUT"; path: string; headers: Record<string, string> };

/** What came of asking for a while: answers per second, and how long they took in milliseconds. */
export type Load = { perSecond: number; p50: number; p99: number; refused: number };

/** As many readers at once as the figures of other products were taken with. */
export const CONNECTIONS = 16;

/** Asks for `seconds`, over connections that stay open, always something new. */
export async function load(url: string, ask: () => Ask, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 30,
    requests: [{ setupRequest: (request) => ({ ...request, ...ask() }) }],
  });
  return {
    perSecond: result["2xx"] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    refused: result.non2xx + result.errors + result.timeouts,
  };
}

/** The middle one. */
export const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The middle of several runs, figure by figure; what was refused adds up. */
export const middle = (runs: Load[]): Load => ({
  perSecond: median(runs.map((run) => run.perSecond)),
  p50: median(runs.map((run) => run.p50)),
  p99: median(runs.map((run) => run.p99)),
  refused: runs.reduce((sum, run) => sum + run.refused, 0),
});
