import { defineConfig } from "prisma/config";

// The CLI looks for an engine binary even to generate the client, and closed networks cannot download one.
// `generate` never runs it, so any executable will do; migrations are applied by prisma/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
