import { pool } from "../../pool";
import { voteSql } from "../../sql";

/** A vote as bare as can be: one statement, nobody asked who they are, nothing checked, nothing written down. */
export async function PUT(request: Request): Promise<Response> {
  const said = new URL(request.url).searchParams;
  const { rows } = await pool.query(voteSql, [said.get("idea"), said.get("voter")]);
  return Response.json(rows[0] ?? {});
}
