import type { Client } from "pg";
import { REVIEWERS } from "./people";

/** Every tenth idea is one that was carried out. */
const IDEAS_A_DELIVERY = 10;

const someone = (n: string) => `('00000000-0000-4000-8000-' || lpad(to_hex(1 + (${n}) % ${REVIEWERS}), 12, '0'))::uuid`;

const delivery = "('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid";

/** Deliveries of the last ten years; every second one is of two ideas. */
const deliveries = [
  `insert into delivery (id, title, owner_id, starts_on, due_on, progress)
   select ${delivery}, 'Delivery ' || n, ${someone("n")}, day, day + 200, n % 101
     from generate_series(1, $1::int) n
    cross join lateral (select current_date - 200 - (n * 7) % 3400 as day) d`,
  `insert into delivery_idea (delivery_id, idea_id)
   select ${delivery}, i.id
     from (select id, row_number() over (order by md5(id::text))::int as place
             from idea
            where status in ('accepted', 'in_progress', 'implemented')) i
    cross join lateral (select case when i.place <= $1::int then i.place else 2 * (i.place - $1::int) end as n) d
    where n <= $1::int`,
];

/** In the year in which it ends and the two before: what it saves and costs, and hours; in three currencies. */
const lines = `
  select d.id, y.n, extract(year from d.due_on)::int - y.n as year,
         (array['saved', 'cost', 'quality'])[1 + y.n] as kind,
         1000 * (1 + (hashtext(d.id::text || y.n) & 65535)) as amount,
         case when y.n < 2 then (array['EUR', 'EUR', 'USD', 'GBP'])[1 + (hashtext(d.id::text) & 3)] end as currency,
         case when y.n = 2 then 'hours' end as unit
    from delivery d
   cross join generate_series(0, 2) y (n)`;

const brought = [
  `insert into forecast (delivery_id, year, kind, amount, currency, unit, stated_by_id)
   select l.id, l.year, l.kind, l.amount, l.currency, l.unit, ${someone("l.n")} from (${lines}) l`,
  `insert into outcome (delivery_id, year, kind, amount, currency, unit, evidence, stated_by_id, confirmed_by_id, confirmed_at)
   select l.id, l.year, l.kind, l.amount * 9 / 10, l.currency, l.unit, 'Counted by those who pay for it.', ${someone("l.n")},
          case when not l.is_open then ${someone("l.n + 1")} end,
          case when not l.is_open then now() end
     from (select l.*, (hashtext(l.id::text) & 3) = 0 as is_open from (${lines}) l) l`,
  `insert into exchange_rate (currency, into_currency, year, rate, source)
   select 'USD', 'EUR', y, 0.9, 'The bench' from generate_series(2014, 2030) y on conflict do nothing`,
];

/** Six goals; seven ideas in ten serve one, three in ten two, and of every second one it is known how daring it is. */
const goals = [
  "insert into goal (id, position) select ('00000000-0000-4000-a000-00000000000' || n)::uuid, n from generate_series(1, 6) n",
  `insert into goal_wording (goal_id, locale, name)
   select ('00000000-0000-4000-a000-00000000000' || n)::uuid, l, 'Goal ' || n from generate_series(1, 6) n, unnest(array['en', 'es', 'pt']) l`,
  `insert into idea_goal (idea_id, place, goal_id)
   select i.id, p, ('00000000-0000-4000-a000-00000000000' || 1 + (i.n + p) % 6)::uuid
     from (select id, (hashtext(id::text) & 1023) % 10 as n from idea) i
     join generate_series(1, 2) p on i.n < case p when 1 then 7 else 3 end
       on conflict do nothing`,
  `insert into idea_ambition (idea_id, ambition)
   select i.id, (array['usual', 'usual', 'moderate', 'radical'])[1 + i.n % 4]
     from (select id, hashtext(id::text) & 7 as n from idea) i
    where i.n < 4
       on conflict do nothing`,
];

/** States what ideas brought and which goals they serve, in a database where the bench has not done so yet. */
export async function stateBenefits(client: Client): Promise<void> {
  const { rows } = await client.query("select exists (select from delivery where title = 'Delivery 1') as done");
  if (rows[0].done) return;
  const { rows: counted } = await client.query("select count(*)::int / $1::int as deliveries from idea", [
    IDEAS_A_DELIVERY,
  ]);
  await client.query("delete from delivery");
  for (const statement of deliveries) await client.query(statement, [counted[0].deliveries]);
  for (const statement of [...brought, ...goals]) await client.query(statement);
  await client.query("vacuum analyze delivery, delivery_idea, forecast, outcome, idea_goal, idea_ambition");
}
