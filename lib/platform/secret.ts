import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret that nobody can guess: 256 random bits, in 43 characters that are safe in cookies, URLs and headers. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret. Plain SHA-256 is enough for random bits, which cannot be tried out like passwords. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
