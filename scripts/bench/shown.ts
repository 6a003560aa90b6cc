import type { Client } from "pg";
import { PEOPLE } from "./people";

/** Of those who voted for an idea two in three had a list show it to them; and it was shown to as many again who did not. */
const shown = [
  `insert into impression (idea_id, person_id, place, list_order, position, band, seen_on, last_on)
   select idea_id, person_id, 'list', 'new', (array[1, 2, 3, 4, 8, 15, 30])[band], band, day, day
     from (select idea_id, voter_id as person_id, 1 + (random() * 6)::int as band, created_at::date as day
             from vote
            where random() < 0.67
            union all
           select idea_id, ('00000000-0000-4000-8000-' || lpad(to_hex(1 + (random() * ${PEOPLE - 1})::int), 12, '0'))::uuid,
                  1 + (random() * 6)::int, created_at::date
             from vote
            where random() < 0.67) sighting
       on conflict do nothing`,
  `insert into exposure (idea_id, seen_on, band, people)
   select idea_id, date_trunc('month', seen_on)::date, band, count(*) from impression group by 1, 2, 3`,
  "truncate exposure_due",
];

/** Has lists show ideas to people, in a database in which nobody has seen any yet. */
export async function showIdeas(client: Client): Promise<void> {
  const { rows } = await client.query("select exists (select from impression) as done");
  if (rows[0].done) return;
  for (const statement of shown) await client.query(statement);
  await client.query("vacuum analyze impression, exposure");
}
