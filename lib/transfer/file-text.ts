import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportTrouble } from "./refusal";

/** A file that is imported: where, how big, and what tells its content from others (SHA-256). */
export type SourceFile = { path: string; bytes: number; digest: string };

const unreadable = (path: string, error: unknown): ImportTrouble =>
  new ImportTrouble("transfer.fileUnreadable", { path, problem: (error as Error).message });

/**
 * A file to import.
 *
 * @throws ImportTrouble when there is no such file, or it cannot be read
 */
export async function sourceFile(path: string): Promise<SourceFile> {
  try {
    const hash = createHash("sha256");
    for await (const bytes of createReadStream(path)) hash.update(bytes);
    return { path, bytes: statSync(path).size, digest: hash.digest("hex") };
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isGzip = (beginning: Buffer): boolean => beginning[0] === 0x1f && beginning[1] === 0x8b;

/** The encoding a byte order mark tells of; spreadsheets write UTF-16, everything else UTF-8. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

async function* packedBytesOf(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    onRead(bytes.length);
    yield bytes;
  }
}

async function* bytesOf(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const packed = packedBytesOf(path, onRead);
  if (!isGzip(await beginningOf(path))) return yield* packed;
  const unpacked = createGunzip();
  pipeline(Readable.from(packed), unpacked, () => undefined);
  try {
    yield* unpacked as AsyncIterable<Buffer>;
  } catch (error) {
    throw new ImportTrouble("transfer.fileDamaged", { path, problem: (error as Error).message });
  }
}

/**
 * A file's text in pieces, however large it is: unpacked if its content is gzip, without byte order mark, every line
 * end a "\n".
 *
 * @param onRead hears of every piece that was read from the disk, in bytes
 * @throws ImportTrouble when the packed content is damaged; everything before the damage has been given by then
 */
export async function* textOfFile(
  path: string,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  // A line end may be cut in two: a "\r" at the end of a piece waits for the next one.
  let waiting = "";
  for await (const bytes of bytesOf(path, onRead)) {
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = waiting + decoder.decode(bytes, { stream: true });
    waiting = text.endsWith("\r") ? "\r" : "";
    const whole = waiting ? text.slice(0, -1) : text;
    if (whole) yield whole.replace(/\r\n?/g, "\n");
  }
  const rest = (waiting + (decoder?.decode() ?? "")).replace(/\r\n?/g, "\n");
  if (rest) yield rest;
}
