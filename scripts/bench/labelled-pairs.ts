import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "../../lib/platform/i18n/locales";
import { fileRows } from "../../lib/transfer/file-rows";
import { shippedMapping } from "../../lib/transfer/shipped-mappings";

/** Two ideas of one source of which somebody has said whether they ask for the same. */
export type Pair = {
  language: Locale;
  /** The two, as `source id:id there`. */
  a: string;
  b: string;
  isSame: boolean;
  /** Who said so: "oficial", "manual", "moderator", "random" … */
  origin: string;
  label: string;
};

const sources: Record<string, string> = { madrid: "decide-madrid", valladolid: "valladolid" };

async function rowsOf(folder: string, mapping: string): Promise<Record<string, string>[]> {
  const described = shippedMapping(mapping);
  const path = join(folder, `${described.files[0]}.gz`);
  if (!existsSync(path)) return [];
  const rows: Record<string, string>[] = [];
  for await (const row of fileRows(path, described, () => undefined))
    if ("cells" in row) rows.push(row.cells as Record<string, string>);
  return rows;
}

/** The labelled pairs of both languages. */
export async function labelledPairs(folder: string): Promise<Pair[]> {
  const spanish = (await rowsOf(folder, "spanish-duplicate-labels")).map(
    (row): Pair => ({
      language: "es",
      a: `${sources[row.fuente ?? ""]}:${row.id_a}`,
      b: `${sources[row.fuente ?? ""]}:${row.id_b}`,
      isSame: row.etiqueta === "duplicada",
      origin: row.origen ?? "",
      label: row.etiqueta ?? "",
    }),
  );
  const english = (await rowsOf(folder, "english-duplicate-labels")).map(
    (row): Pair => ({
      language: "en",
      a: `uk-petitions:${row.id_a}`,
      b: `uk-petitions:${row.id_b}`,
      isSame: row.label === "duplicate",
      origin: row.source ?? "",
      label: row.label ?? "",
    }),
  );
  return [...spanish, ...english];
}

/** Of which group of duplicates an idea is, named after the first of it; one without a duplicate is its own. */
export function groupsOf(pairs: Pair[]): (ref: string) => string {
  const above = new Map<string, string>();
  const group = (ref: string): string => {
    const next = above.get(ref);
    return next === undefined ? ref : group(next);
  };
  for (const { a, b } of pairs.filter(({ isSame }) => isSame)) {
    const [first = "", second = ""] = [group(a), group(b)].sort();
    if (first !== second) above.set(second, first);
  }
  return group;
}

const byteOf = (text: string) => createHash("md5").update(text).digest()[0] ?? 0;

/**
 * Which half of the pairs a pair belongs to. Whole groups of duplicates go to one half, so that none is tuned on and
 * reported; of each source they are taken in turns from the largest on, so that both halves are alike. Pairs of different
 * ideas go with their first.
 */
export function partOf(pairs: Pair[]): (pair: Pair) => boolean {
  const group = groupsOf(pairs);
  const groups = new Map<string, Set<string>>();
  for (const { a, b, isSame } of pairs) {
    if (!isSame) continue;
    const of = groups.get(group(a)) ?? new Set();
    groups.set(group(a), of.add(a).add(b));
  }
  const source = (ref: string) => ref.split(":")[0] ?? "";
  const sorted = [...groups].sort(
    ([a, x], [b, y]) =>
      source(a).localeCompare(source(b)) || y.size - x.size || byteOf(a) - byteOf(b) || (a < b ? -1 : 1),
  );
  const bySource = Map.groupBy(sorted, ([name]) => source(name));
  const training = new Set(
    [...bySource.values()].flatMap((of) => of.filter((_, n) => n % 2 === 0).map(([name]) => name)),
  );
  return ({ a }) => (groups.has(group(a)) ? training.has(group(a)) : byteOf(a) < 128);
}
