import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";

/** A request and its answer, as Node sees them: before Next has looked at the one, and until the other is sent. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The address that was asked for, with its query, as it stands in the address bar. */
  readonly path: string;
  /** Random and ours. Stands in every line of the log that is written meanwhile, and in the answer's `x-request-id`. */
  readonly requestId: string;
  /** Where it came from; a header that the sender wrote has no say in it. */
  readonly address: string;
  readonly startedAt: number;
  /** Whether our own script asks, to change the page that is open. Next takes the header away before a page sees it. */
  readonly isSoft: boolean;
  /** Whether one of our doors took it on. Until then whatever fails is the request's fault, or Next's. */
  atDoor: boolean;
  /** Who asked, once a door knows. */
  actorId: string | undefined;
  /** What Next itself could not make of the request. */
  unreadable: number | undefined;
};

// Next bundles instrumentation, pages and proxy apart: each has its own copy of this file, and one storage.
const held = globalThis as typeof globalThis & { tormentaExchanges?: AsyncLocalStorage<Exchange> };
held.tormentaExchanges ??= new AsyncLocalStorage();

/** Where the exchange is kept that some code runs in. */
export const exchanges = held.tormentaExchanges;

/** The exchange that this code runs in; none in jobs, scripts and tests of functions. */
export const exchange = (): Exchange | undefined => exchanges.getStore();

/** Tells the request's exchange that a door of ours took it on. */
export function atDoor(): void {
  const current = exchange();
  if (current) current.atDoor = true;
}

/** Tells the request's exchange who is asking. */
export function askedBy(actorId: string): void {
  const current = exchange();
  if (current) current.actorId = actorId;
}
