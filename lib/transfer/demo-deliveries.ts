import type { Connection } from "./connection";
import { chance, idFor } from "./demo-chance";
import { demoFigures } from "./demo-figures";
import { INVENTED, insert } from "./demo-organisation";
import { demoTexts } from "./demo-texts";
import { STRETCHED } from "./demo-year";

const DAY_MS = 86_400_000;

/** So many of the accepted ideas are done by now, and so many are under way. */
const SHOWN = { done: 24, underWay: 22 };

/** An idea that is being delivered in the demo, or was. */
export type DeliveredIdea = {
  id: string;
  key: string;
  title: string;
  locale: "en" | "es" | "pt";
  decidedAt: Date;
  ownerId: string;
  status: string;
};

/** A delivery of the demo: its ideas, and its days. */
export type DemoDelivery = {
  id: string;
  ideas: DeliveredIdea[];
  ownerId: string;
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  progress: number;
};

async function ideasToDeliver(connection: Connection, loadedAt: Date): Promise<DeliveredIdea[]> {
  const { rows } = await connection.query<DeliveredIdea>(
    `select i.id, i.source_id || ' ' || r.external_id as key, i.title, i.language as locale, i.status,
            coalesce(v.decided_at, i.submitted_at) as "decidedAt", v.owner_id as "ownerId"
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
       join review v on v.idea_id = i.id
      where (i.source_id = $1 and i.status = 'accepted' and v.decided_at < $2::timestamptz - interval '30 days')
         or (i.source_id = $3 and i.status in ('in_progress', 'implemented'))`,
    [STRETCHED, loadedAt, INVENTED],
  );
  return rows.toSorted((one, other) => chance(`deliver ${one.key}`) - chance(`deliver ${other.key}`));
}

/** Two ideas in every seventh delivery, one in the others. */
function grouped(ideas: DeliveredIdea[]): DeliveredIdea[][] {
  const groups: DeliveredIdea[][] = [];
  for (let at = 0; at < ideas.length; at += groups.at(-1)?.length ?? 1)
    groups.push(ideas.slice(at, at + (groups.length % 7 === 3 ? 2 : 1)));
  return groups;
}

function deliveryOf(ideas: DeliveredIdea[], isDone: boolean, loadedAt: Date): DemoDelivery {
  const key = ideas[0]?.key ?? "";
  const decided = Math.max(...ideas.map(({ decidedAt }) => decidedAt.getTime()));
  const after = (from: number, least: number, most: number, what: string) =>
    from + Math.round(least + (most - least) * chance(`${what} ${key}`)) * DAY_MS;
  const started = Math.min(after(decided, 5, 25, "starts"), loadedAt.getTime() - 3 * DAY_MS);
  const due = after(started, 40, 200, "due");
  const ended = Math.min(after(started, 25, 190, "ends"), loadedAt.getTime() - DAY_MS);
  const passed = (loadedAt.getTime() - started) / (due - started);
  return {
    id: idFor(`delivery ${key}`),
    ideas,
    ownerId: ideas[0]?.ownerId ?? "",
    startedAt: new Date(started),
    dueAt: new Date(due),
    endedAt: isDone ? new Date(ended) : null,
    progress: isDone ? 100 : Math.min(95, 5 * Math.round(20 * passed * (0.6 + 0.6 * chance(`progress ${key}`)))),
  };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

async function begin(connection: Connection, deliveries: DemoDelivery[]): Promise<void> {
  const rows = deliveries.map(({ id, ideas, ownerId, startedAt, dueAt, endedAt, progress }) => ({
    ...{ id, title: (ideas[0]?.title ?? "").slice(0, 120), owner_id: ownerId, progress },
    ...{ starts_on: dayOf(startedAt), due_on: dayOf(dueAt), state: endedAt ? "done" : "open" },
    ...{ begun_by_id: ownerId, begun_at: startedAt.toISOString(), ended_at: endedAt?.toISOString() ?? null },
  }));
  await insert(
    connection,
    "delivery (id, title, owner_id, progress, starts_on, due_on, state, begun_by_id, begun_at, ended_at)",
    `id uuid, title text, owner_id uuid, progress smallint, starts_on date, due_on date, state text, begun_by_id uuid,
     begun_at timestamptz, ended_at timestamptz`,
    rows,
  );
  const members = deliveries.flatMap(({ id, ideas }) => ideas.map((idea) => ({ delivery_id: id, idea_id: idea.id })));
  await insert(connection, "delivery_idea (delivery_id, idea_id)", "delivery_id uuid, idea_id uuid", members);
}

/** Moves ideas as their deliveries went; each step is written down with its day. */
async function move(connection: Connection, deliveries: DemoDelivery[]): Promise<void> {
  const steps = deliveries.flatMap(({ ideas, startedAt, endedAt, progress, ownerId }) =>
    ideas.map(({ id, status }) => ({
      ...{ id, progress, owner_id: ownerId, is_done: endedAt !== null, is_new: status === "accepted" },
      ...{ started_at: startedAt.toISOString(), ended_at: endedAt?.toISOString() ?? null },
    })),
  );
  const said = [JSON.stringify(steps)];
  const columns = `id uuid, progress smallint, owner_id uuid, is_done boolean, is_new boolean, started_at timestamptz,
                   ended_at timestamptz`;
  const of = `jsonb_to_recordset($1::jsonb) as n (${columns})`;
  await connection.query(`update review r set owner_id = n.owner_id from ${of} where r.idea_id = n.id`, said);
  await connection.query(`update idea i set status = 'in_progress' from ${of} where i.id = n.id and n.is_new`, said);
  await connection.query(
    `update idea i set status = 'implemented' from ${of} where i.id = n.id and n.is_new and n.is_done`,
    said,
  );
  await connection.query(
    `update review r set progress = n.progress, extent = case when n.is_done then 'fully' end,
                         ended_at = coalesce(n.ended_at, r.ended_at)
       from ${of} where r.idea_id = n.id and n.is_new`,
    said,
  );
  await connection.query(
    `insert into decision (idea_id, from_status, to_status, kind, decided_by_id, decided_at)
     select n.id, 'accepted'::idea_status, 'in_progress'::idea_status, null::text, n.owner_id, n.started_at from ${of} where n.is_new
      union all
     select n.id, 'in_progress'::idea_status, 'implemented'::idea_status, 'fully', n.owner_id, n.ended_at from ${of} where n.is_new and n.is_done`,
    said,
  );
}

async function tell(connection: Connection, deliveries: DemoDelivery[], loadedAt: Date): Promise<void> {
  const told = deliveries.map((delivery) => demoTexts(delivery, loadedAt));
  await insert(
    connection,
    "milestone (id, delivery_id, name, due_on, done_on)",
    "id uuid, delivery_id uuid, name text, due_on date, done_on date",
    told.flatMap(({ milestones }) => milestones),
  );
  await insert(
    connection,
    "delivery_update (id, delivery_id, author_id, progress, body, at)",
    "id uuid, delivery_id uuid, author_id uuid, progress smallint, body text, at timestamptz",
    told.flatMap(({ updates }) => updates),
  );
}

/** Has the demo's people deliver what was accepted: some of it is done, some under way; with news, milestones and figures. */
export async function deliverDemoIdeas(connection: Connection, loadedAt: Date): Promise<void> {
  const ideas = await ideasToDeliver(connection, loadedAt);
  const isOurs = ({ status }: DeliveredIdea) => status !== "accepted";
  const others = ideas.filter((idea) => !isOurs(idea));
  // What was decided long ago is done by now.
  const oldest = others.toSorted((one, other) => one.decidedAt.getTime() - other.decidedAt.getTime());
  const done = oldest.slice(0, SHOWN.done);
  const underWay = oldest.slice(SHOWN.done, SHOWN.done + SHOWN.underWay);
  const deliveries = [
    ...grouped(done).map((group) => deliveryOf(group, true, loadedAt)),
    ...grouped(underWay).map((group) => deliveryOf(group, false, loadedAt)),
    ...ideas
      .filter((idea) => isOurs(idea) && idea.ownerId)
      .map((idea) => deliveryOf([idea], idea.status === "implemented", loadedAt)),
  ];
  await begin(connection, deliveries);
  await move(connection, deliveries);
  await tell(connection, deliveries, loadedAt);
  const confirming = (
    await connection.query<{ id: string }>(
      "select person_id as id from person_role where role in ('executive', 'administrator') order by 1",
    )
  ).rows.map(({ id }) => id);
  await demoFigures(connection, deliveries, { loadedAt, confirming });
}
