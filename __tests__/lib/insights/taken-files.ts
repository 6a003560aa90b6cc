import type { Download } from "@/lib/access/download";
import { partsOf } from "../../support/unzip";

/** All bytes of a file that is handed over in pieces. */
export async function bytesOf({ pieces }: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(parts);
}

/** What stands in a field: words, or a number. */
export type Field = string | number | null;

/** A table of a text with commas, as RFC 4180 has it; what stands in quotation marks is words, whatever it looks like. */
export function tableOf(text: string): Field[][] {
  const rows: Field[][] = [[]];
  for (const [whole, words, bare] of text.replace("\uFEFF", "").matchAll(/"((?:[^"]|"")*)"|([^,"\r\n]+)|,|\r\n/g)) {
    const row = rows.at(-1) as Field[];
    if (whole === "\r\n") rows.push([]);
    else if (row.length === 0) row.push(null);
    if (whole === ",") row.push(null);
    if (words !== undefined) row[row.length - 1] = words.replaceAll('""', '"');
    if (bare !== undefined) row[row.length - 1] = Number(bare);
  }
  return rows;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string) => xml.replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole);

/** The sheets of a workbook in their order, each with its rows; a cell that is not there is empty. */
export function sheetsOf(workbook: Uint8Array): Field[][][] {
  const parts = partsOf(workbook);
  const text = (name: string) => parts[name]?.toString("utf8") ?? "";
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = ""]) =>
    plain([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, words]) => words).join("")),
  );
  const count = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).length;
  return Array.from({ length: count }, (_, nth) =>
    [...text(`xl/worksheets/sheet${nth + 1}.xml`).matchAll(/<row[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = ""]) => {
      const fields: Field[] = [];
      for (const [, column = "", attributes = "", inner = ""] of row.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
      )) {
        const at = [...column].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
        const value = inner.match(/<v>(.*?)<\/v>/s)?.[1];
        fields[at] =
          value === undefined ? null : /t="s"/.test(attributes) ? (shared[Number(value)] ?? "") : Number(value);
      }
      return Array.from(fields, (field) => field ?? null);
    }),
  );
}
