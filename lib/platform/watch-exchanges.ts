import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { settleHead, standingHeaders } from "./answer-head";
import { type Exchange, exchanges } from "./exchange";
import { networkAddress } from "./network-address";
import { logRequest } from "./request-log";

function begin({ request, response }: Pick<Exchange, "request" | "response">): void {
  const begun: Exchange = {
    request,
    response,
    requestId: randomUUID(),
    address: networkAddress(request),
    startedAt: performance.now(),
    isSoft: request.headers.rsc !== undefined || request.headers["next-action"] !== undefined,
    atDoor: false,
    actorId: undefined,
    unreadable: undefined,
  };
  // Node tells of a request inside the call that also hands it on, so this holds for whatever handles it, and only there.
  exchanges.enterWith(begun);
  for (const [name, value] of standingHeaders) response.setHeader(name, value);
  response.setHeader("x-request-id", begun.requestId);
  settleHead(begun);
  response.once("close", () => logRequest(begun));
}

/** From now on keeps the exchange of every request that this process serves. */
export function watchExchanges(): void {
  subscribe("http.server.request.start", (message) => {
    begin(message as Pick<Exchange, "request" | "response">);
  });
}
