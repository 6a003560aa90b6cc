import { parseArgs } from "node:util";
import type { Fault, Verdict } from "../lib/audit/verify-chain";
import { DEMO, openForCommand } from "./database";
import { main, say } from "./say";
import { Trouble } from "./trouble";

const HOW = `Checks that no event was changed, removed, added or moved since it was sealed:

  npm run audit:verify -- [--expect <hash>] [--database-url <url>] [--demo]

Ends with 1 at the first link that does not hold. --expect also wants a hash that an earlier run printed in the chain.`;

const options = {
  expect: { type: "string" },
  demo: { type: "boolean", default: false },
  "database-url": { type: "string" },
} as const;

function given() {
  try {
    const { values } = parseArgs({ options });
    if (!values.expect || /^[0-9a-f]{64}$/.test(values.expect)) return values;
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n\n${HOW}`);
  }
  throw new Trouble(HOW);
}

const kinds: Record<Fault["kind"], string> = {
  seal_missing: "this seal is missing",
  seal_unlinked: "this seal does not continue the one before it",
  events_missing: "events that it covered are gone",
  events_added: "there are events that it did not cover",
  events_changed: "an event, or the seal itself, is not what it was",
  end_lost: "the chain went further than its last seal: the newest seals are gone, or its end was changed",
  events_before: "there are events before the first one",
};

const count = (many: bigint, thing: string) => `${many.toLocaleString("en")} ${thing}${many === 1n ? "" : "s"}`;

function told({ fault, events, seals, sealedAt, hash, unsealed }: Verdict): string {
  const holds = `${count(events, "event")} in ${count(seals, "seal")} hold together`;
  if (fault) {
    const range = `events ${fault.afterId + 1n} to ${fault.uptoId}`;
    return `Broken at seal ${fault.seal} (${range}): ${kinds[fault.kind]}.\nBefore it, ${holds}.`;
  }
  const until = sealedAt ? `, up to ${sealedAt.toISOString()}` : "";
  return `${holds}${until}.\nNot sealed yet: ${count(unsealed, "newer event")}.\nNewest hash: ${hash}`;
}

main(async () => {
  const { expect, demo, "database-url": url } = given();
  if (url) process.env.DATABASE_URL = url;
  await openForCommand(demo ? DEMO : undefined);
  const { verifyChain } = await import("../lib/audit/verify-chain");
  let isExpectedThere = !expect;
  const verdict = await verifyChain((hash) => {
    isExpectedThere ||= hash === expect;
  });
  say(told(verdict));
  if (verdict.fault) return 1;
  if (isExpectedThere) return 0;
  say(`The hash ${expect} is nowhere in this chain: it is not the one that hash was taken from.`);
  return 1;
});
