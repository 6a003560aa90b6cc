import type { IncomingIdea } from "./incoming";
import type { Context } from "./record-book";

/** An idea on its way into the database, under the id it has there. */
export type Settled = { id: string; content: IncomingIdea; at: Date; tagIds: string[]; links: Links };
type Links = { authorId: string | null; categoryId: string | null; placeId: string | null };

/** Writes what belongs to ideas besides their text, in place of what an earlier import wrote. */
export async function storeDetails(context: Context, ideas: Settled[]): Promise<void> {
  const ids = ideas.map(({ id }) => id);
  for (const forget of FORGET) await context.connection.query(forget, [ids]);
  await storeTags(context, ideas);
  await storeSupport(context, ideas);
  await storeEstimates(context, ideas);
  await storeDecisions(context, ideas);
  await storeMergeWishes(context, ideas);
}

/** What people decided and merged here is theirs, and stays. */
const FORGET = [
  "delete from idea_tag where idea_id = any($1)",
  "delete from external_support where idea_id = any($1)",
  "delete from cost_estimate where idea_id = any($1)",
  "delete from decision where idea_id = any($1) and decided_by_id is null",
  "delete from merge where duplicate_id = any($1) and merged_by_id is null",
];

async function storeTags({ connection }: Context, ideas: Settled[]): Promise<void> {
  const pairs = ideas.flatMap(({ id, tagIds }) => tagIds.map((tagId) => [id, tagId] as const));
  if (pairs.length === 0) return;
  await connection.query("insert into idea_tag (idea_id, tag_id) select * from unnest($1::uuid[], $2::uuid[])", [
    pairs.map(([id]) => id),
    pairs.map(([, tagId]) => tagId),
  ]);
}

async function storeSupport({ connection }: Context, ideas: Settled[]): Promise<void> {
  const rows = ideas.filter(({ content }) => content.support);
  await connection.query(
    `insert into external_support (idea_id, supporters, opposed)
     select * from unnest($1::uuid[], $2::int[], $3::int[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ content }) => content.support?.supporters),
      rows.map(({ content }) => content.support?.opposed),
    ],
  );
}

async function storeEstimates({ connection }: Context, ideas: Settled[]): Promise<void> {
  const rows = ideas.filter(({ content }) => content.estimate);
  await connection.query(
    `insert into cost_estimate (idea_id, amount_minor, currency)
     select * from unnest($1::uuid[], $2::bigint[], $3::text[])`,
    [
      rows.map(({ id }) => id),
      rows.map(({ content }) => content.estimate?.amountMinor),
      rows.map(({ content }) => content.estimate?.currency),
    ],
  );
}

async function storeDecisions({ connection, shiftMs }: Context, ideas: Settled[]): Promise<void> {
  const rows = ideas.flatMap(({ id, content }) =>
    content.decisions.map(({ kind, reason, at }) => ({
      id,
      status: content.status,
      kind,
      reason,
      at: at && new Date(at.getTime() + shiftMs),
    })),
  );
  if (rows.length === 0) return;
  await connection.query(
    `insert into decision (idea_id, to_status, kind, reason, decided_at)
     select d.id, d.status, d.kind, d.reason, d.at
       from jsonb_to_recordset($1::jsonb) as d (id uuid, status idea_status, kind text, reason text, at timestamptz)`,
    [JSON.stringify(rows)],
  );
}

/** Whom a duplicate belongs to is settled at the end of the import, when everybody is there. */
async function storeMergeWishes({ connection, sourceId }: Context, ideas: Settled[]): Promise<void> {
  const rows = ideas
    .filter(({ content }) => content.mergedInto.length > 0)
    .map(({ content }) => ({ externalId: content.externalId, wanted: content.mergedInto }));
  await connection.query("delete from import_link where source_id = $1 and kind = 'merge' and external_id = any($2)", [
    sourceId,
    ideas.map(({ content }) => content.externalId),
  ]);
  if (rows.length === 0) return;
  await connection.query(
    `insert into import_link (source_id, kind, external_id, wanted)
     select $1, 'merge', w."externalId", w.wanted
       from jsonb_to_recordset($2::jsonb) as w ("externalId" text, wanted text[])`,
    [sourceId, JSON.stringify(rows)],
  );
}
