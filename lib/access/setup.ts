import { db } from "../platform/db/client";

/** Whether this portal belongs to an organisation already. */
export const isSetUp = async (): Promise<boolean> => (await db.organisation.count()) > 0;
