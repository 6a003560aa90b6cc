import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { isStatic, settleHead, standingHeaders } from "./answer-head";
import { policy } from "./content-policy";
import { type Exchange, exchanges } from "./exchange";
import { networkAddress } from "./network-address";
import { logRequest } from "./request-log";

/** An address as people see it: without what our own script adds. */
const pathOf = (url: string): string => url.replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "");

function begin({ request, response }: Pick<Exchange, "request" | "response">): void {
  const begun: Exchange = {
    request,
    response,
    path: pathOf(request.url ?? "/"),
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
  if (!isStatic(request.url ?? "")) allowOwnScripts(begun);
  settleHead(begun);
  response.once("close", () => logRequest(begun));
}

/** Next finds the nonce in the policy of the request, whoever wrote it, and puts it on its own scripts. */
function allowOwnScripts({ request, response }: Exchange): void {
  const csp = policy(randomUUID());
  request.headers["content-security-policy"] = csp;
  delete request.headers["content-security-policy-report-only"];
  response.setHeader("content-security-policy", csp);
}

/** From now on keeps the exchange of every request that this process serves. */
export function watchExchanges(): void {
  subscribe("http.server.request.start", (message) => {
    begin(message as Pick<Exchange, "request" | "response">);
  });
}
