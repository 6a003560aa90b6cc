import { createHash } from "node:crypto";

const hashOf = (key: string): Buffer => createHash("sha256").update(`tormenta demo ${key}`).digest();

/** A number from 0 up to 1 that looks like chance, and is always the same for the same key. */
export const chance = (key: string): number => hashOf(key).readUInt32BE(0) / 2 ** 32;

/** One of some things, always the same for the same key. */
export const pick = <T>(things: readonly [T, ...T[]] | readonly T[], key: string): T =>
  things[Math.floor(chance(key) * things.length)] as T;

/** An id of the form of a random uuid (version 4) that is always the same for the same key. */
export function idFor(key: string): string {
  const bytes = hashOf(key);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x40;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
