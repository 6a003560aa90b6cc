import { randomUUID } from "node:crypto";
import type { Incoming, IncomingComment } from "./incoming";
import { type Context, judge, lookUp, type Outcome, type Remembered, remember, type Stored } from "./record-book";
import { Refusal } from "./refusal";
import { ensurePeople } from "./store-vocabulary";

/** Where a comment hangs: the idea it belongs to and the top of its thread. */
type Place = { id: string; ideaId: string; rootId: string };
type Entry = { id: string; item: Incoming<IncomingComment>; ideaId: string; parent: Place | undefined };

/** The ideas that are here, by the ids their source gives them. */
async function ideasHere(context: Context, externalIds: string[]): Promise<Map<string, string>> {
  const { rows } = await context.connection.query<{ externalId: string; id: string }>(
    `select r.external_id as "externalId", i.id
       from import_record r
       join idea i on i.id = r.target_id
      where r.source_id = $1
        and r.kind = 'idea'
        and r.external_id = any($2)`,
    [context.sourceId, [...new Set(externalIds)]],
  );
  return new Map(rows.map(({ externalId, id }) => [externalId, id]));
}

async function commentsHere(context: Context, externalIds: string[]): Promise<Map<string, Place>> {
  const { rows } = await context.connection.query<Place & { externalId: string }>(
    `select r.external_id as "externalId", c.id, c.idea_id as "ideaId", c.root_id as "rootId"
       from import_record r
       join comment c on c.id = r.target_id
      where r.source_id = $1
        and r.kind = 'comment'
        and r.external_id = any($2)`,
    [context.sourceId, [...new Set(externalIds)]],
  );
  return new Map(rows.map(({ externalId, ...place }) => [externalId, place]));
}

/** Creates and updates comments in their threads. One whose parent is not here starts a thread until it comes. */
export async function storeComments(context: Context, items: Incoming<IncomingComment>[]): Promise<Stored> {
  const contents = items.map(({ content }) => content);
  const known = await lookUp(
    context,
    "comment",
    contents.map(({ externalId }) => externalId),
  );
  const ideas = await ideasHere(
    context,
    contents.map(({ idea }) => idea),
  );
  const parents = await commentsHere(context, contents.map(({ parent }) => parent ?? "").filter(Boolean));
  const remembered = new Map<string, Remembered>();
  const created: Entry[] = [];
  const updated: Entry[] = [];

  const outcomes = items.map((item): Outcome => {
    const { externalId, idea, parent: wanted } = item.content;
    const ideaId = ideas.get(idea);
    if (!ideaId) return new Refusal("transfer.ideaUnknown", { id: idea });
    const { outcome, record } = judge(item, known.get(externalId), context, randomUUID);
    if (!record?.targetId) return outcome;
    known.set(externalId, record);
    remembered.set(externalId, record);
    const found = wanted === null ? undefined : parents.get(wanted);
    const parent = found?.ideaId === ideaId ? found : undefined;
    const entry = { id: record.targetId, item, ideaId, parent };
    if (outcome === "created") {
      parents.set(externalId, { id: entry.id, ideaId, rootId: parent?.rootId ?? entry.id });
      created.push(entry);
    }
    if (outcome === "updated") updated.push(entry);
    return outcome;
  });

  if (!context.dryRun) await write(context, created, updated);
  await remember(context, "comment", remembered);
  const topLevel = created.filter(({ item, parent }) => item.content.parent !== null && !parent).length;
  return { outcomes, notes: topLevel ? { topLevel } : {} };
}

async function write(context: Context, created: Entry[], updated: Entry[]): Promise<void> {
  const people = await ensurePeople(
    context,
    [...created, ...updated].map(({ item }) => item.content.author),
  );
  const rows = (entries: Entry[]) =>
    JSON.stringify(
      entries.map(({ id, ideaId, parent, item: { content, order } }) => ({
        id,
        ideaId,
        parentId: parent?.id ?? null,
        rootId: parent?.rootId ?? id,
        authorId: (content.author && people.get(content.author.externalId)) ?? null,
        body: content.body,
        at: new Date(content.at.getTime() + order + context.shiftMs),
      })),
    );
  if (created.length > 0) await context.connection.query(INSERT, [rows(created)]);
  if (updated.length > 0) await context.connection.query(UPDATE, [rows(updated)]);
  await storeReplyWishes(context, created);
}

const INCOMING = `jsonb_to_recordset($1::jsonb) as n (id uuid, "ideaId" uuid, "parentId" uuid, "rootId" uuid,
       "authorId" uuid, body text, at timestamptz)`;

const INSERT = `
  insert into comment (id, idea_id, root_id, parent_id, author_id, body, created_at, deleted_at)
  select n.id, n."ideaId", n."rootId", n."parentId", n."authorId", n.body, n.at, case when n.body = '' then n.at end
    from ${INCOMING}`;

/** A comment that was taken away here stays away. */
const UPDATE = `
  update comment c
     set body = n.body, author_id = n."authorId", edited_at = now(), deleted_at = case when n.body = '' then now() end
    from ${INCOMING}
   where c.id = n.id
     and c.deleted_at is null`;

async function storeReplyWishes({ connection, sourceId }: Context, created: Entry[]): Promise<void> {
  const rows = created.filter(({ item, parent }) => item.content.parent !== null && !parent);
  await connection.query(
    `insert into import_link (source_id, kind, external_id, wanted)
     select $1, 'reply', w.external_id, array[w.wanted]
       from unnest($2::text[], $3::text[]) as w (external_id, wanted)
         on conflict (source_id, kind, external_id) do update set wanted = excluded.wanted`,
    [sourceId, rows.map(({ item }) => item.content.externalId), rows.map(({ item }) => item.content.parent)],
  );
}
