import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { ImportTrouble } from "../lib/transfer/refusal";
import { openDatabase } from "./database";
import { atEnd, main } from "./say";
import { Trouble } from "./trouble";

const options = {
  map: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  rejects: { type: "string" },
  "database-url": { type: "string" },
} as const;

/** The language of the terminal, as far as the portal speaks it. */
async function translation() {
  const { localeFromHeader } = await import("../lib/platform/i18n/locales");
  const { translator } = await import("../lib/platform/i18n/translate");
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return translator(localeFromHeader((LC_ALL || LC_MESSAGES || LANG || "").replace(/[_.].*$/, "")));
}

function given() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Trouble((error as Error).message);
  }
}

const isTrouble = (error: unknown): error is ImportTrouble => error instanceof Error && error.name === "ImportTrouble";

main(async () => {
  const { positionals, values } = given();
  const t = await translation();
  const { shippedMappings } = await import("../lib/transfer/shipped-mappings");
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new Trouble(t("transfer.usage", { names: [...shippedMappings.keys()].join(", ") }));
  }
  if (values["database-url"]) process.env.DATABASE_URL = values["database-url"];

  try {
    const { chooseMapping } = await import("../lib/transfer/choose-mapping");
    const mapping = await chooseMapping(file, values.map);
    const database = await openDatabase();
    atEnd(database.close);
    const { runImport } = await import("./import-progress");
    const rejectsPath = values.rejects ?? `${basename(file)}.rejects.csv`;
    await runImport({ url: database.url, path: file, mapping, dryRun: values["dry-run"], rejectsPath, t });
  } catch (error) {
    if (isTrouble(error)) throw new Trouble(t(error.reason, error.detail));
    throw error;
  }
  return 0;
});
