import { pool } from "../../pool";
import { listSql } from "../../sql";

/** A list as bare as can be: one indexed query, nobody asked who they are, nothing checked. */
export const GET = async (): Promise<Response> => Response.json((await pool.query(listSql)).rows);
