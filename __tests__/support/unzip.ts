import { inflateRawSync } from "node:zlib";

/** What is in an archive, by name: read by its table at the end, as the format has it. */
export function partsOf(archive: Uint8Array): Record<string, Buffer> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  const files: Record<string, Buffer> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
    files[name] = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    at += 46 + nameLength + extraLength + noteLength;
  }
  return files;
}

/** What is in an archive, as text, by name. */
export const unzip = (archive: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(partsOf(archive)).map(([name, bytes]) => [name, bytes.toString("utf8")]));
