import { createHmac } from "node:crypto";
import { env } from "../platform/env";
import { isSame } from "../platform/secret";
import { type Mailing, mailings } from "./schema";

/** As long as no guess can hit it: half of SHA-256. */
const SEAL_BYTES = 16;

const sealOf = (what: Buffer) =>
  createHmac("sha256", `unsubscribe ${env().NEXTAUTH_SECRET}`).update(what).digest().subarray(0, SEAL_BYTES);

/** A text that proves, without anybody being signed in, that a mail was for this person and of this kind. */
export function unsubscribeToken(personId: string, mailing: Mailing): string {
  const what = Buffer.concat([Buffer.from(personId.replaceAll("-", ""), "hex"), Buffer.of(mailings.indexOf(mailing))]);
  return Buffer.concat([what, sealOf(what)]).toString("base64url");
}

/** Whose mails of which kind a token is about; nothing when it is none of ours. It never expires: old mails do not. */
export function readUnsubscribeToken(token: string): { personId: string; mailing: Mailing } | undefined {
  const bytes = Buffer.from(token, "base64url");
  const [what, seal] = [bytes.subarray(0, -SEAL_BYTES), bytes.subarray(-SEAL_BYTES)];
  const mailing = mailings[what[16] ?? -1];
  if (what.length !== 17 || !mailing || !isSame(seal.toString("hex"), sealOf(what).toString("hex"))) return undefined;
  const personId = what.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { personId, mailing };
}
