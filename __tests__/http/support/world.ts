import { randomUUID } from "node:crypto";
import { hashOf, newSecret } from "@/lib/platform/secret";
import { database } from "./callers";
import { type Kind, roles } from "./matrix";

/** People who hold one role each, somebody whose things are "other's", and somebody who was suspended. */
export type Cast = { people: Record<string, string>; colleague: string; suspended: string };

const hire = async (name: string, status = "active", held: readonly string[] = []) => {
  const { rows } = await database.query(
    "insert into person (name, email, status) values ($1, $2, $3::person_status) returning id",
    [name, `${randomUUID()}@matrix.example`, status],
  );
  const { id } = rows[0];
  for (const role of held) await database.query("insert into person_role values ($1, $2::role)", [id, role]);
  return id as string;
};

/** A reviewer whom doors can name that are about a group or a rule. */
export const member = "6d656d62-6572-4000-8000-000000000000";

const hireMember = () =>
  database.query(
    `with p as (
       insert into person (id, name, email) values ($1, 'Only member', 'member@matrix.example')
           on conflict (id) do update set status = 'active'
       returning id
     )
     insert into person_role select id, 'reviewer' from p on conflict do nothing`,
    [member],
  );

/** Everybody that the matrix is about. */
export async function castOfPeople(): Promise<Cast> {
  await hireMember();
  const people: Record<string, string> = {};
  for (const role of roles) people[role] = await hire(`Only ${role}`, "active", role === "no role" ? [] : [role]);
  return {
    people,
    colleague: await hire("Somebody Quetzal", "active", ["employee"]),
    suspended: await hire("Long gone", "suspended", ["employee", "administrator"]),
  };
}

/** A session of somebody's. `idle` was seen last yesterday, `expired` is over. */
export async function sessionOf(personId: string, how: "open" | "idle" | "expired" = "open") {
  const secret = newSecret();
  await database.query(
    `insert into session (token_hash, person_id, expires_at, last_seen_at)
     values ($1, $2, now() + $3::interval, now() - $4::interval)`,
    [hashOf(secret), personId, how === "expired" ? "-1 minute" : "1 hour", how === "idle" ? "9 hours" : "0"],
  );
  return { cookie: `tormenta.session=${secret}`, "sec-fetch-site": "same-origin" };
}

/** A token of somebody's. */
export async function tokenOf(personId: string, scopes: string[], how: "open" | "revoked" | "expired" = "open") {
  const secret = `tormenta_${newSecret()}`;
  await database.query(
    `insert into api_token (person_id, name, token_hash, scopes, created_at, expires_at, revoked_at)
     values ($1, 'matrix', $2, $3, now() - interval '1 day', now() + $4::interval, $5)`,
    [
      personId,
      hashOf(secret),
      scopes,
      how === "expired" ? "-1 minute" : "1 hour",
      how === "revoked" ? new Date() : null,
    ],
  );
  return { authorization: `Bearer ${secret}` };
}

/** Words that stand in what is made here, and nowhere else. */
export const canaryOf = (id: string) => `quetzal ${id}`;

async function newIdea(authorId: string, status: string): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into idea (id, title, body, plain, language, status, author_id, submitted_at)
     values ($1, $4, $4, $4, 'en', $2::idea_status, $3, case when $2 <> 'draft' then now() end)`,
    [id, status, authorId, `A ${canaryOf(id)}`],
  );
  return id;
}

async function newComment(authorId: string, ideaId: string, isDeleted: boolean): Promise<string> {
  const id = randomUUID();
  await database.query(
    "insert into comment (id, idea_id, root_id, author_id, body, deleted_at) values ($1, $2, $1, $3, $4, $5)",
    [id, ideaId, authorId, isDeleted ? "" : `About the ${canaryOf(id)}`, isDeleted ? new Date() : null],
  );
  return id;
}

async function newNews(personId: string, authorId: string): Promise<string> {
  const ideaId = await newIdea(authorId, "submitted");
  const { rows } = await database.query(
    `with happened as (
       insert into event (type, via, subject_id, payload) values ('idea.moved', 'web', $1, '{"to": "accepted"}') returning id
     )
     insert into notification (event_id, person_id, idea_id, kind, reason, rhythm)
     select id, $2, $1, 'own', 'author', 'never' from happened
     returning id`,
    [ideaId, personId],
  );
  return rows[0].id;
}

/** Two ideas of a colleague's that were drawn for somebody. */
async function newPair(personId: string, authorId: string): Promise<string> {
  const [leftId, rightId] = [await newIdea(authorId, "submitted"), await newIdea(authorId, "submitted")];
  return one(
    "insert into comparison (person_id, left_id, right_id, category_id) values ($1, $2, $3, gen_random_uuid()) returning id",
    [personId, leftId, rightId],
  );
}

/** An evaluation of an idea, which `reviewer` and somebody else are asked to mark, or somebody else alone. */
async function newEvaluation(ideaId: string, reviewer: string | null): Promise<string> {
  const { rows } = await database.query(
    `insert into evaluation (idea_id, scorecard_id, hides_author, note_from)
     select $1, id, false, 2 from scorecard where is_general returning id`,
    [ideaId],
  );
  for (const asked of [reviewer, await hire("Another reviewer")])
    if (asked)
      // Nobody marks the own idea; visitors are tried with one of hers.
      await database.query(
        `insert into assessment (evaluation_id, reviewer_id, distance)
         select $1, $2, 'other' from idea where id = $3 and author_id <> $2`,
        [rows[0].id, asked, ideaId],
      );
  return ideaId;
}

/** A criterion of a scorecard of its own, so that nobody else's fills up. */
async function newCriterion(): Promise<string> {
  const scorecard = await one("insert into scorecard default values returning id", []);
  return one("insert into criterion (scorecard_id, part, weight, position) values ($1, 'value', 1, 1) returning id", [
    scorecard,
  ]);
}

/** A goal far down, so that there is always one above it; retired, so that there is always room for one more. */
async function newGoal(): Promise<string> {
  const last = await one(
    "insert into goal (position, retired_at) values (1000000 + (random() * 1e9)::int, now()) returning id",
    [],
  );
  await database.query(
    "insert into goal (position) select 999999 where not exists (select from goal where position = 999999)",
  );
  await database.query("insert into goal_wording (goal_id, locale, name) values ($1, 'en', 'Matrix')", [last]);
  return last;
}

/** A delivery of two ideas with a milestone, a forecast and an outcome, which all bear the same id, seen to by `owner`. */
async function newDelivery(owner: string): Promise<string> {
  const id = randomUUID();
  const author = await hire("Somebody whose ideas are done");
  await database.query(
    "insert into delivery (id, title, owner_id, starts_on, due_on) values ($1, 'Matrix', $2, '2026-01-01', '2026-12-31')",
    [id, owner],
  );
  for (const ideaId of [id, randomUUID()])
    await database.query(
      `with i as (
         insert into idea (id, title, language, status, author_id, submitted_at)
         values ($1, 'An idea that is being done', 'en', 'in_progress', $2, now())
         returning id
       )
       insert into delivery_idea (delivery_id, idea_id) select $3, id from i`,
      [ideaId, author, id],
    );
  await database.query(
    "insert into milestone (id, delivery_id, name, due_on) values ($1, $1, 'Matrix', '2026-06-01')",
    [id],
  );
  await database.query(
    "insert into forecast (id, delivery_id, year, kind, amount, currency) values ($1, $1, 2030, 'saved', 100, 'EUR')",
    [id],
  );
  await database.query(
    `insert into outcome (id, delivery_id, year, kind, amount, currency, evidence, stated_by_id)
     values ($1, $1, 2020, 'saved', 100, 'EUR', 'A count of the matrix', $2)`,
    [id, owner],
  );
  return id;
}

let years = 0;

const one = async (statement: string, values: unknown[]) => (await database.query(statement, values)).rows[0].id;

let holidays = 0;

/** Makes what a cell of the matrix is about, for the person who asks. Answers its id; that of nothing is nobody's. */
export async function givenObject(kind: Kind, object: string, asking: string, colleague: string): Promise<string> {
  const owner = object.startsWith("own") ? asking : colleague;
  if (object === "nothing" || kind === "none") return kind === "sessions" ? hashOf(randomUUID()) : randomUUID();
  switch (kind) {
    case "ideas":
      return newIdea(
        owner,
        object.includes("draft") ? "draft" : object.includes("withdrawn") ? "withdrawn" : "submitted",
      );
    case "comments":
      return newComment(owner, await newIdea(colleague, "submitted"), object.includes("deleted"));
    case "people":
      return hire("Somebody to manage", "active", ["employee"]);
    case "tokens":
      return one("select id from api_token where token_hash = $1", [
        hashOf((await tokenOf(owner, ["read"])).authorization.replace("Bearer ", "")),
      ]);
    case "sessions":
      return hashOf((await sessionOf(owner)).cookie.replace("tormenta.session=", ""));
    case "news":
      return newNews(owner, colleague);
    case "pairs":
      // Nobody is shown the own idea: a third person has written them.
      return newPair(owner, await hire("Somebody who wrote two ideas"));
    case "evaluations":
      return newEvaluation(await newIdea(owner, "submitted"), object === "asked" ? asking : null);
    case "criteria":
      return newCriterion();
    case "levels":
      // Far down, so that there is always one above it.
      await database.query(
        "insert into level (name, position) values ('Filed above all', 1000000) on conflict do nothing",
      );
      return one("insert into level (name, position) values ($1, -1 - (random() * 1e9)::int) returning id", [
        `Filed ${randomUUID()}`,
      ]);
    case "goals":
      return newGoal();
    case "jobs":
      return one(`insert into pgboss.job (name, data, source_name) values ('failed', '{}', 'mail') returning id`, []);
    case "deliveries":
      return newDelivery(owner);
    case "rates":
      return one(
        "insert into exchange_rate (currency, into_currency, year, rate, source) values ('XPF', 'XOF', $1, 1, 'Matrix') returning id",
        [2000 + (years++ % 200)],
      );
    case "units":
      return one("insert into category (name) values ($1) returning id", [`Filed ${randomUUID()}`]);
    case "rules":
      // A group that nobody is in: the rule sends no idea to anybody. Far down, so that there is always one above it.
      return one(
        `with g as (insert into reviewer_group (name) values ($1) returning id),
              c as (insert into category (name) values ($1) returning id)
         insert into routing_rule (position, category_id, group_id)
         select 1000000 + (random() * 1e9)::int, c.id, g.id from g, c
         returning id`,
        [`Filed ${randomUUID()}`],
      );
    case "groups":
      return one(
        `with g as (insert into reviewer_group (name) values ($1) returning id)
         insert into reviewer_group_member select g.id, $2 from g returning group_id as id`,
        [`Filed ${randomUUID()}`, member],
      );
    case "templates":
      return one("insert into answer_template (language, name, body) values ('en', $1, $1) returning id", [
        `Begins ${randomUUID()}`,
      ]);
    case "holidays":
      return one(
        // Several are made at once: each on a day of its own.
        "insert into holiday (day, name) values (date '2050-01-01' + $1::int, 'Matrix') returning id",
        [holidays++],
      );
  }
}

/** Has somebody hold every role there is. Answers their id. */
export async function giveAllRoles(personId: string): Promise<string> {
  await database.query("insert into person_role select $1, unnest(enum_range(null::role)) on conflict do nothing", [
    personId,
  ]);
  return personId;
}

/** Hundreds at once may stand in the way of what the clock counts of them just then; whoever is sent away comes again. */
async function takeAway(statement: string, tries = 5): Promise<void> {
  try {
    await database.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== "40P01" || tries === 1) throw error;
    await takeAway(statement, tries - 1);
  }
}

/** Takes away what was made here, as far as others would stumble over it. */
export async function clearWorld(): Promise<void> {
  await takeAway("delete from idea where author_id in (select id from person where email like '%@matrix.example')");
  // Where one chooses a person of the demo there is room for few.
  await database.query("update person set status = 'suspended' where email like '%@matrix.example'");
  await database.query(
    `delete from category c
      where name ~ '^(Filed|Renamed|New) ' and not exists (select from idea where category_id = c.id)`,
  );
  await database.query(
    "delete from routing_rule r using reviewer_group g where g.id = r.group_id and g.name ~ '^(Filed|Renamed|New) '",
  );
  await database.query("delete from level where name ~ '^(Filed|Renamed|New) '");
  await database.query("delete from reviewer_group where name ~ '^(Filed|Renamed|New) '");
  await database.query("delete from delivery where title = 'Matrix'");
  await database.query("delete from exchange_rate where source = 'Matrix'");
  await database.query("delete from holiday where name = 'Matrix'");
  await database.query(
    "update goal set retired_at = now() where id in (select goal_id from goal_wording where name ~ '^Matrix')",
  );
  await database.query(
    "update criterion set retired_at = now() where id in (select criterion_id from criterion_wording where name ~ '^Matrix')",
  );
}
