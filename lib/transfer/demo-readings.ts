import type { Connection } from "./connection";
import { chance } from "./demo-chance";
import { readers } from "./demo-eagerness";
import type { DemoOrganisation } from "./demo-files";
import { insert, personId } from "./demo-organisation";

/** Has those of the demo's people who read at all do so in most months of a year, and in those in which they vote or comment. */
export async function letStaffRead(
  connection: Connection,
  organisation: DemoOrganisation,
  loadedAt: Date,
): Promise<void> {
  const months = Array.from({ length: 14 }, (_, ago) => {
    const first = new Date(Date.UTC(loadedAt.getUTCFullYear(), loadedAt.getUTCMonth() - ago, 1));
    return first.toISOString().slice(0, 10);
  });
  const rows = readers(organisation).flatMap(({ name }) =>
    months
      .filter((month) => chance(`reads ${name} ${month}`) < 0.2 + 0.75 * chance(`reader ${name}`))
      .map((month) => ({ person_id: personId(name), month })),
  );
  await insert(connection, "reading (person_id, month)", "person_id uuid, month date", rows);
  await connection.query(
    `insert into reading (person_id, month)
     select d.person_id, date_trunc('month', d.at at time zone o.time_zone)::date
       from (select voter_id as person_id, created_at as at from vote
              union
             select author_id, created_at from comment) d
       join person p on p.id = d.person_id and p.status = 'active'
      cross join organisation o
         on conflict do nothing`,
  );
}
