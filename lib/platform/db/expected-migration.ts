/** The newest migration that this build knows; `/api/ready` says no until the database has it. */
export const expectedMigration = "0038_since";
