import type { Client } from "pg";
import { hashOf } from "../../lib/platform/secret";
import { migrate } from "../../prisma/migrate";
import type { Cluster } from "../cluster";
import { step } from "../say";
import { withClient } from "../with-client";
import { stateBenefits } from "./brought";
import { countFigures, fillWithDemo, rankAll } from "./fill";
import { PEOPLE, REVIEWERS, sessionOf, tokenOf } from "./people";
import { showIdeas } from "./shown";

/** How much a database holds. Votes and comments per idea are those of the largest real source. */
export type Size = { name: string; ideas: number; votes: number; comments: number };

/** Counters and indexes are filled at the end, all at once, instead of by triggers row by row. */
const FAST = ["idea", "vote", "comment", "idea_tag"];

const people = `
  insert into person (id, name, email, department_id)
  select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
         (array['Ana','Luis','Marta','João','Inês','Carlos','Olivia','Samuel'])[1 + n % 8] || ' ' || n,
         'bench' || n || '@example.org',
         (select id from department order by md5(id::text || n::text) limit 1)
    from generate_series(1, $1::int) n`;

/** The demo's texts, again and again, each idea at a time of its own within three years. */
const ideas = `
  insert into idea (title, body, plain, language, status, author_id, category_id, department_id, place_id, submitted_at)
  select left(t.title, 280) || ' (' || k || ')', t.body, t.plain, t.language,
         (array['submitted','submitted','submitted','submitted','submitted','in_review','accepted','implemented','declined']
           )[1 + (random() * 8)::int]::idea_status,
         ('00000000-0000-4000-8000-' || lpad(to_hex(1 + (random() * ($2::int - 1))::int), 12, '0'))::uuid,
         t.category_id, t.department_id, t.place_id,
         now() - random() * interval '3 years'
    from generate_series(1, $1::int) k
    join bench_text t on t.n = k % (select count(*)::int from bench_text)`;

/** Few ideas get most votes: the share of an idea falls with the third power of its number. */
const votes = `
  insert into vote (idea_id, voter_id, created_at)
  select i.id,
         ('00000000-0000-4000-8000-' || lpad(to_hex(1 + (random() * ($3::int - 1))::int), 12, '0'))::uuid,
         now() - random() * interval '3 years'
    from (select 1 + floor(power(random(), 3) * ($2::int - 1))::int as n
            from generate_series(1, ($1::int * 1.02)::int)) cast_for
    join bench_number i using (n)
      on conflict do nothing`;

const comments = `
  insert into comment (id, root_id, idea_id, author_id, body, created_at)
  select c.id, c.id, c.idea_id, c.author_id, c.body, c.at
    from (select gen_random_uuid() as id, i.id as idea_id,
                 ('00000000-0000-4000-8000-' || lpad(to_hex(1 + (random() * ($3::int - 1))::int), 12, '0'))::uuid as author_id,
                 left(t.plain, 300) || '.' as body, now() - random() * interval '1 year' as at
            from (select k, 1 + floor(power(random(), 2) * ($2::int - 1))::int as n
                    from generate_series(1, $1::int) k) said_of
            join bench_number i using (n)
            join bench_text t on t.n = k % (select count(*)::int from bench_text)) c`;

/** Everything that follows from the rows, as the triggers would have written it. */
const derived = [
  `insert into idea_tally (idea_id, votes, comments, changes)
   select i.id, coalesce(v.n, 0), coalesce(c.n, 0), 1
     from idea i
     left join (select idea_id, count(*) as n from vote group by idea_id) v on v.idea_id = i.id
     left join (select idea_id, count(*) as n from comment group by idea_id) c on c.idea_id = i.id`,
  `insert into idea_search (idea_id, submitted_at, status, language, author_id, category_id, department_id, place_id, en, es, pt)
   select i.id, i.submitted_at, i.status, i.language, i.author_id, i.category_id, i.department_id, i.place_id,
          case i.language when 'en' then t.document end,
          case i.language when 'es' then t.document end,
          case i.language when 'pt' then t.document end
     from idea i
     join bench_number b on b.id = i.id
     join bench_text t on t.n = (substring(i.title from '\\((\\d+)\\)$'))::int % (select count(*)::int from bench_text)`,
  `create table if not exists bench_tally (idea_id uuid primary key, votes integer not null) with (fillfactor = 50)`,
  `create table if not exists bench_vote (idea_id uuid not null, voter_id uuid not null, primary key (idea_id, voter_id))`,
  "insert into bench_tally select idea_id, votes from idea_tally",
  "insert into bench_vote select idea_id, voter_id from vote",
];

const someReviewer = `('00000000-0000-4000-8000-' || lpad(to_hex(1 + (random() * (${REVIEWERS} - 1))::int), 12, '0'))::uuid`;

/** Reviewers and what is on their desks: of the open ideas two in five have an owner and a promise, some are late. */
const reviews = [
  `insert into person_role (person_id, role)
   select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'reviewer' from generate_series(1, ${REVIEWERS}) n
       on conflict do nothing`,
  `insert into reviewer_group (name) select 'Group ' || n from generate_series(1, 8) n on conflict do nothing`,
  `insert into reviewer_group_member (group_id, person_id)
   select g.id, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
     from generate_series(1, ${REVIEWERS}) n
     join reviewer_group g on g.name = 'Group ' || (1 + n % 8)
       on conflict do nothing`,
  "insert into review (idea_id) select id from idea where status <> 'draft' on conflict do nothing",
  `update review r
      set owner_id = ${someReviewer},
          group_id = (select id from reviewer_group where name = 'Group ' || (1 + (hashtext(r.idea_id::text) & 7))),
          answer_due_at = now() + (random() * 12 - 4) * interval '1 day',
          decision_due_at = now() + (random() * 20) * interval '1 day',
          answered_at = case when random() < 0.4 then now() - interval '5 days' end,
          waiting_since = case when random() < 0.03 then now() - random() * interval '9 days' end
    where status in ('submitted', 'in_review') and random() < 0.4`,
  `update review
      set owner_id = ${someReviewer},
          next_on = current_date + (random() * 120 - 10)::int,
          decided_at = now() - random() * interval '2 years'
    where status not in ('submitted', 'in_review') and random() < 0.7`,
];

/** Puts ideas on reviewers' desks, in a database that has none there yet. */
async function giveOut(client: Client): Promise<void> {
  const { rows } = await client.query("select exists (select from review where owner_id is not null) as done");
  if (rows[0].done) return;
  for (const statement of reviews) await client.query(statement);
  await client.query("vacuum analyze review");
}

/** Those who lead, everybody's level, and since when they are there; the same ones every time. */
const leading = [
  `insert into level (name, position)
   select name, n from unnest(array['Trainee','Staff','Lead','Head','Director']) with ordinality l (name, n)
       on conflict do nothing`,
  `update person p
      set level_id = l.id,
          joined_on = date '2026-01-01' - (n.n % 7000)
     from (select id, ('x' || right(id::text, 6))::bit(24)::int as n from person where status = 'active') n
     join level l on l.position = case when n.n % 100 < 20 then 1 when n.n % 100 < 75 then 2 when n.n % 100 < 92 then 3
                                       when n.n % 100 < 98 then 4 else 5 end
    where p.id = n.id
      and p.level_id is null`,
  `insert into person_role (person_id, role)
   select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'executive' from generate_series(1, ${REVIEWERS}) n
       on conflict do nothing`,
];

async function appointLeaders(client: Client): Promise<void> {
  for (const statement of leading) await client.query(statement);
}

const texts = `
  create table bench_text as
  select row_number() over (order by md5(id::text)) - 1 as n, title, body, plain, language, category_id, department_id, place_id,
         setweight(to_tsvector(search_configuration(language), title), 'A')
         || setweight(to_tsvector(search_configuration(language), plain), 'C') as document
    from idea
   where status <> 'draft'`;

const numbers = Array.from({ length: PEOPLE }, (_, n) => n + 1);
const id = `('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/** Has everybody signed in just now: who was idle for eight hours is not any more, and the clock tidies them away. */
const signIn = (client: Client) =>
  client.query(
    `insert into session (token_hash, person_id, expires_at)
     select h, ${id}, now() + interval '1 year' from unnest($1::int[], $2::text[]) as t (n, h)
         on conflict (token_hash) do update set last_seen_at = now()`,
    [numbers, numbers.map((n) => hashOf(sessionOf(n - 1)))],
  );

async function addKeys(client: Client): Promise<void> {
  await client.query(
    `insert into person_role (person_id, role) select ${id}, 'employee' from generate_series(1, $1::int) n`,
    [PEOPLE],
  );
  await client.query(
    `insert into api_token (person_id, name, token_hash, scopes, expires_at)
     select ${id}, 'bench', h, array['read', 'write'], now() + interval '1 year'
       from unnest($1::int[], $2::text[]) as t (n, h)`,
    [numbers, numbers.map((n) => hashOf(tokenOf(n - 1)))],
  );
}

async function fill(client: Client, { ideas: count, votes: cast, comments: said }: Size): Promise<void> {
  await client.query(texts);
  for (const table of FAST) await client.query(`alter table ${table} disable trigger user`);
  await client.query("truncate idea cascade");
  await client.query(people, [PEOPLE]);
  await addKeys(client);
  await client.query(ideas, [count, PEOPLE]);
  await client.query(
    "create table bench_number as select row_number() over (order by md5(id::text))::int as n, id from idea",
  );
  await client.query("alter table bench_number add primary key (n)");
  await client.query(votes, [cast, count, PEOPLE]);
  await client.query(comments, [said, count, PEOPLE]);
  for (const statement of derived) await client.query(statement);
  for (const table of FAST) await client.query(`alter table ${table} enable trigger user`);
}

async function isReady(url: string): Promise<boolean> {
  const { rows } = await withClient(url, (client) =>
    client.query("select to_regclass('bench_ready') is not null as ready"),
  );
  return rows[0].ready;
}

/**
 * A database of the asked size, filled with the demo's texts many times over; made once and kept.
 *
 * @returns its address
 */
export async function seeded(cluster: Cluster, size: Size): Promise<string> {
  const name = `bench_${size.name}`;
  const url = await cluster.ensureDatabase(name);
  if (await isReady(url)) {
    await migrate(url);
    await withClient(url, giveOut);
    await withClient(url, appointLeaders);
    await withClient(url, stateBenefits);
    await withClient(url, signIn);
    await withClient(url, showIdeas);
    await countFigures(url);
    return url;
  }

  // What an interrupted run left is worth nothing.
  await cluster.dropDatabase(name);
  await cluster.ensureDatabase(name);
  await step(`Seeding ${size.ideas} ideas, ${size.votes} votes, ${size.comments} comments`, async () => {
    await migrate(url);
    await fillWithDemo(url);
    await withClient(url, (client) => fill(client, size));
    await withClient(url, giveOut);
    await withClient(url, appointLeaders);
    await withClient(url, stateBenefits);
    await withClient(url, signIn);
    await withClient(url, showIdeas);
    await rankAll(url);
    await countFigures(url);
    await withClient(url, async (client) => {
      await client.query("vacuum analyze");
      await client.query("create table bench_ready ()");
    });
  });
  return url;
}
