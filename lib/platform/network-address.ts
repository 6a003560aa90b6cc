import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { env } from "./env";

/** IPv4 as one writes it, also where a socket for both kinds calls it `::ffff:192.0.2.1`. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * The network address a request came from: whoever opened the connection or, behind `TRUSTED_PROXIES` proxies of ours,
 * whoever opened theirs. Each proxy adds the address it was called from at the end of `X-Forwarded-For`, so only that
 * many entries from the end can be believed; everything before them the sender may have made up.
 */
export function networkAddress({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): string {
  const direct = plain(socket.remoteAddress ?? "");
  const proxies = env().TRUSTED_PROXIES;
  if (proxies === 0) return direct;
  const named = String(headers["x-forwarded-for"] ?? "").split(",");
  const address = plain(named.at(-proxies) ?? "");
  return isIP(address) ? address : direct;
}

/** The network that an address belongs to, for counting: whoever has one IPv6 address has its 2^64 neighbours as well. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const all = [...groups, ...Array(Math.max(0, missing)).fill("0"), ...(tail ?? "").split(":").filter(Boolean)];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
