import { existsSync, readFileSync } from "node:fs";
import { csvField } from "@/lib/platform/csv";
import { env } from "@/lib/platform/env";
import { translator } from "@/lib/platform/i18n/translate";
import { withConnection } from "@/lib/transfer/connection";
import { writeRejects } from "@/lib/transfer/rejects-file";
import { fileOf, importIdeas } from "./importing";

const write = (runId: string, path: string) =>
  withConnection(env().DATABASE_URL, (connection) => writeRejects(connection, runId, path, translator("en")));

it("writes every refused row with its line, id and reason in words", async () => {
  const { runId } = await importIdeas(["1,One,,2026-01-01,", "=1+1,,,2026-01-01,", "3,Three,,never,"]);
  const path = fileOf("", "old.csv");

  expect(await write(runId, path)).toBe(2);
  expect(readFileSync(path, "utf8")).toBe(
    '\uFEFFline,externalId,reason\r\n3,"\'=1+1","It has no title."\r\n4,"3","The date “never” cannot be read."\r\n',
  );
});

it("writes no file when nothing was refused", async () => {
  const { runId } = await importIdeas(["9,Nine,,2026-01-01,"]);

  expect(await write(runId, "/nowhere/rejects.csv")).toBe(0);
  expect(existsSync("/nowhere/rejects.csv")).toBe(false);
});

it.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1"])(
  "writes %j so that no spreadsheet takes it for a formula",
  (text) => {
    expect(csvField(text).startsWith(`"'`)).toBe(true);
  },
);
