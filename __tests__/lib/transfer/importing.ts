import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { withConnection } from "@/lib/transfer/connection";
import { type ImportOptions, type ImportResult, importFile } from "@/lib/transfer/import-file";
import { type Mapping, mapping } from "@/lib/transfer/mapping";
import { shippedMapping } from "@/lib/transfer/shipped-mappings";

const folder = mkdtempSync(join(tmpdir(), "tormenta-import-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Written into a file of its own, so that its name and content can be anything. */
export function fileOf(content: string | Buffer, name = "file.csv"): string {
  const path = join(mkdtempSync(join(folder, "file-")), name);
  writeFileSync(path, content);
  return path;
}

/** Imports a file with a mapping that comes along. */
export const importPath = (path: string, name: string, options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
  importMapped(path, shippedMapping(name), options);

/** Imports a file with any mapping. */
export const importMapped = (
  path: string,
  described: Mapping,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> =>
  withConnection(env().DATABASE_URL, (connection) => importFile(connection, { path, mapping: described, ...options }));

/** A mapping for ideas with the columns id, title, body, at, into and votes; `more` changes it. */
export const simpleMapping = (more: object = {}): Mapping =>
  mapping.parse({
    name: "simple",
    format: { type: "csv" },
    source: { id: "simple", title: "Simple", attribution: "Nobody", licence: "None" },
    kind: "idea",
    language: "en",
    timeZone: "UTC",
    id: "id",
    title: "title",
    body: [{ of: "body", format: "text" }],
    at: "at",
    state: { column: "into", map: { "": "submitted", "*": "merged" } },
    merge: { into: { of: "into", split: " " }, otherwise: "declined" },
    ...more,
  });

/** Imports rows of id, title, body, at and into as ideas of the simple mapping. */
export const importIdeas = (rows: string[], options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
  importMapped(fileOf(`id,title,body,at,into\n${rows.join("\n")}\n`), simpleMapping(), options);

/** Imports rows of id, idea, parent, text and at as comments on the simple ideas. */
export const importComments = (rows: string[], options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
  importMapped(
    fileOf(`id,idea,parent,text,at\n${rows.join("\n")}\n`),
    mapping.parse({
      name: "simple-comments",
      format: { type: "csv" },
      source: { id: "simple", title: "Simple", attribution: "Nobody", licence: "None" },
      kind: "comment",
      language: "en",
      timeZone: "UTC",
      id: "id",
      idea: "idea",
      parent: "parent",
      body: [{ of: "text", format: "text" }],
      at: "at",
      empty: "removed",
    }),
    options,
  );

/** Imports rows of idea, voter, vote and at as votes on the simple ideas. */
export const importVotes = (rows: string[], options: Partial<ImportOptions> = {}): Promise<ImportResult> =>
  importMapped(
    fileOf(`idea,voter,vote,at\n${rows.join("\n")}\n`),
    mapping.parse({
      name: "simple-votes",
      format: { type: "csv" },
      source: { id: "simple", title: "Simple", attribution: "Nobody", licence: "None" },
      kind: "vote",
      timeZone: "UTC",
      idea: "idea",
      voter: "voter",
      vote: { column: "vote", map: { "1": "support", "0": "none", "-1": "none" } },
      at: "at",
    }),
    options,
  );

/** The sum that must always add up. */
export const settled = ({ figures }: ImportResult): number =>
  figures.created + figures.updated + figures.unchanged + figures.rejected;
