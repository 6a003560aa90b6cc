import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { neededColumns } from "./file-rows";
import { textOfFile } from "./file-text";
import { type Mapping, mapping } from "./mapping";
import { ImportTrouble } from "./refusal";
import { shippedMappings } from "./shipped-mappings";

const names = (mappings: Iterable<Mapping>): string => [...mappings].map(({ name }) => name).join(", ");

/**
 * The mapping in a file of somebody's own.
 *
 * @throws ImportTrouble when it cannot be read, or is no mapping
 */
export async function readMapping(path: string): Promise<Mapping> {
  try {
    return mapping.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new ImportTrouble("transfer.mappingUnreadable", { path, problem });
  }
}

/** The first line of a file and of what it holds, whatever its packing. */
async function firstLine(path: string): Promise<string> {
  let beginning = "";
  for await (const piece of textOfFile(path)) {
    beginning += piece;
    if (beginning.includes("\n") || beginning.length > 100_000) break;
  }
  return beginning.split("\n", 1)[0] ?? "";
}

function fits(line: string, mapping: Mapping): boolean {
  if (mapping.format.type === "jsonl") {
    return line.startsWith("{") && neededColumns(mapping).every((name) => line.includes(JSON.stringify(name)));
  }
  if (mapping.format.type === "pattern") return false;
  const columns = line.split(mapping.format.separator).map((name) => name.trim().replace(/^"|"$/g, ""));
  return neededColumns(mapping).every((name) => columns.includes(name));
}

/**
 * How to read a file: the mapping of that name or path, else the one that comes along for files of this name, else the
 * only one whose columns the file has.
 *
 * @throws ImportTrouble that names the mappings to choose from
 */
export async function chooseMapping(path: string, wanted: string | undefined): Promise<Mapping> {
  const shipped = [...shippedMappings.values()];
  if (wanted !== undefined) return shippedMappings.get(wanted) ?? readMapping(wanted);
  const name = basename(path).replace(/\.gz$/i, "");
  const named = shipped.find(({ files }) => files.includes(name));
  if (named) return named;
  const line = await firstLine(path);
  const fitting = shipped.filter((one) => fits(line, one));
  if (fitting.length > 1) throw new ImportTrouble("transfer.mappingAmbiguous", { path, names: names(fitting) });
  if (!fitting[0]) throw new ImportTrouble("transfer.mappingUnknown", { path, names: names(shipped) });
  return fitting[0];
}
