import autocannon from "autocannon";

/** One request, ready to be sent. */
export type Ask = { method: "GET" | "PUT" | "POST"; path: string; headers: Record<string, string>; body?: string };

/** What came of asking for a while: answers per second, how long they took, and the server's own processor time each. */
export type Load = { perSecond: number; p50: number; p99: number; cpuMs: number; refused: number };

/** What is asked: where, and how much processor time it has used since it started, in milliseconds. */
export type Target = { url: string; cpuMs: () => number };

/** As many readers at once as the figures of other products were taken with. */
export const CONNECTIONS = 16;

/**
 * Asks for `seconds`, over connections that stay open, always something new.
 *
 * @param rate how many times a second; without it, as often as there are answers
 */
export async function load({ url, cpuMs }: Target, ask: () => Ask, seconds: number, rate?: number): Promise<Load> {
  const before = cpuMs();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 30,
    ...(rate && { overallRate: rate, connections: Math.min(CONNECTIONS, rate) }),
    requests: [{ setupRequest: (request) => ({ ...request, ...ask() }) }],
  });
  return {
    perSecond: result["2xx"] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMs: (cpuMs() - before) / Math.max(1, result["2xx"]),
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
  cpuMs: median(runs.map((run) => run.cpuMs)),
  refused: runs.reduce((sum, run) => sum + run.refused, 0),
});
