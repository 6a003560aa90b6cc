import { inflateSync } from "node:zlib";

const [WOFF_HEAD, WOFF_ENTRY, SFNT_HEAD, SFNT_ENTRY] = [44, 20, 12, 16];
const padded = (length: number) => (length + 3) & ~3;

type Table = { entry: Buffer; data: Buffer };

function tablesOf(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = WOFF_HEAD + index * WOFF_ENTRY;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const piece = woff.subarray(offset, offset + packed);
    const entry = Buffer.alloc(SFNT_ENTRY);
    woff.copy(entry, 0, at, at + 4);
    woff.copy(entry, 4, at + 16, at + 20);
    entry.writeUInt32BE(length, 12);
    return { entry, data: packed < length ? inflateSync(piece) : piece };
  });
}

/** A font as it is inside its WOFF wrapping, which the PDF library would undo for each file anew, in a second each time. */
export function unwrapped(woff: Buffer): Buffer {
  const tables = tablesOf(woff);
  const head = Buffer.alloc(SFNT_HEAD);
  woff.copy(head, 0, 4, 8);
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  let offset = SFNT_HEAD + tables.length * SFNT_ENTRY;
  for (const { entry, data } of tables) {
    entry.writeUInt32BE(offset, 8);
    offset += padded(data.length);
  }
  const bodies = tables.map(({ data }) => Buffer.concat([data], padded(data.length)));
  return Buffer.concat([head, ...tables.map(({ entry }) => entry), ...bodies]);
}
