import { AsyncResource } from "node:async_hooks";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "./db/client";
import { env } from "./env";
import { Failure } from "./errors";
import { exchange } from "./exchange";
import { type LimitName, limits, type OwnLimit } from "./limits";
import { logSecurity } from "./log";
import { networkOf } from "./network-address";
import { hashOf } from "./secret";

type Limiter = RateLimiterMemory | RateLimiterPostgres;

// One count per process, though Next bundles pages and endpoints apart.
const held = globalThis as typeof globalThis & { tormentaLimiters?: Map<LimitName, Limiter> };
held.tormentaLimiters ??= new Map();
const limiters = held.tormentaLimiters;

/**
 * Where counts in memory are kept: their timers run for a minute, and one that is set inside a request would keep the
 * whole request until then, 20 kB each.
 */
const apart = new AsyncResource("tormenta.limits");

const timesOf = (name: LimitName): number => env().LIMITS[name] ?? limits[name].times;

function limiterOf(name: LimitName, make: (rule: { keyPrefix: string; points: number; duration: number }) => Limiter) {
  const known = limiters.get(name);
  if (known) return known;
  const made = make({ keyPrefix: name, points: timesOf(name), duration: limits[name].seconds });
  limiters.set(name, made);
  return made;
}

const inMemory = (name: LimitName) => limiterOf(name, (rule) => new RateLimiterMemory(rule));

const inDatabase = (name: LimitName) =>
  limiterOf(
    name,
    (rule) =>
      new RateLimiterPostgres({
        ...rule,
        storeClient: pool(),
        tableName: "rate_limit",
        // A migration of ours made it, and a job of ours tidies it.
        tableCreated: true,
        clearExpiredByTimeout: false,
        // Whoever has reached the limit does not reach the database any more.
        inMemoryBlockOnConsumed: rule.points + 1,
      }),
  );

const inSeconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));

/** Tells programs how far they may go, as draft-ietf-httpapi-ratelimit-headers has it. */
function tell(name: LimitName, remaining: number, ms: number): void {
  const response = exchange()?.response;
  if (!response || response.headersSent) return;
  response.setHeader("ratelimit-policy", `"${name}";q=${timesOf(name)};w=${limits[name].seconds}`);
  response.setHeader("ratelimit", `"${name}";r=${Math.max(0, remaining)};t=${inSeconds(ms)}`);
}

async function count(limiter: Limiter, name: LimitName, key: string): Promise<void> {
  try {
    const { remainingPoints, msBeforeNext } = await apart.runInAsyncScope(() => limiter.consume(key));
    // How often others tried to sign in is nobody's business.
    if (limiter instanceof RateLimiterMemory) tell(name, remainingPoints, msBeforeNext);
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    if (limiter instanceof RateLimiterMemory) tell(name, 0, over.msBeforeNext);
    logSecurity("too many", name);
    throw new Failure("too_many", "validation.tooMany", {}, inSeconds(over.msBeforeNext));
  }
}

/**
 * Counts what a person does, in this process: it costs microseconds and no statement. Jobs, imports and scripts are not
 * counted.
 *
 * @throws Failure `too_many`
 */
export async function countFor(personId: string, name: OwnLimit): Promise<void> {
  if (exchange()) await count(inMemory(name), name, personId);
}

/**
 * Counts what somebody asks who is not signed in, for the network they come from, in this process.
 *
 * @throws Failure `too_many`
 */
export async function countVisit(): Promise<void> {
  const from = exchange();
  if (from) await count(inMemory("visits"), "visits", networkOf(from.address));
}

/**
 * Counts what somebody asks at a door: for themselves, or for their network where nobody is signed in.
 *
 * @throws Failure `too_many`
 */
export const countAsked = (person: { id: string } | null, name: "reads" | "writes"): Promise<void> =>
  person ? countFor(person.id, name) : countVisit();

/** What stands in the database instead of an address. */
const sealed = (text: string) => hashOf(`${env().NEXTAUTH_SECRET} counts ${text}`);

/**
 * Counts, over all processes, what is tried with somebody's address, whether there is such a person or not.
 *
 * @throws Failure `too_many`; any other error when it cannot be counted: then nobody gets in
 */
export const countForAccount = (email: string, name: "links" | "tries"): Promise<void> =>
  count(inDatabase(name), name, sealed(email.toLowerCase()));

/**
 * Counts, over all processes, what is tried from the network that this request came from.
 *
 * @throws Failure `too_many`; any other error when it cannot be counted: then nobody gets in
 */
export async function countForNetwork(name: "signIns" | "failures"): Promise<void> {
  const from = exchange();
  if (from) await count(inDatabase(name), name, sealed(networkOf(from.address)));
}
