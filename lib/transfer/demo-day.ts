import type { Connection } from "./connection";

/**
 * Gives the ideas a time of day, always the same: their sources know the day alone, and a list in which everything
 * happened at noon is hard to believe. Earlier than noon, so that comments, which stay there, come after.
 */
export const spreadOverTheMorning = (connection: Connection) =>
  connection.query(
    `update idea i
        set submitted_at = i.submitted_at - make_interval(secs => abs(hashtext(r.external_id)::bigint) % 18000),
            created_at = i.created_at - make_interval(secs => abs(hashtext(r.external_id)::bigint) % 18000)
       from import_record r
      where r.target_id = i.id
        and r.kind = 'idea'`,
  );
