import { withConnection } from "@/lib/transfer/connection";
import { importFile } from "@/lib/transfer/import-file";
import { shippedMapping } from "@/lib/transfer/shipped-mappings";

// Run by a test, which kills it in the middle of its work: imports argv[2] as argv[3] and tells of every batch.
const [, , path = "", name = ""] = process.argv;
void withConnection(process.env.DATABASE_URL ?? "", (connection) =>
  importFile(connection, {
    path,
    mapping: shippedMapping(name),
    onProgress: ({ figures }) => process.stdout.write(`${figures.read}\n`),
  }),
);
