import type { Context, Notes } from "./record-book";

type Wish = { externalId: string; duplicateId: string; survivorId: string | null };

/**
 * The duplicates of this source that still wait for their survivor, the newest idea first, with the first survivor
 * they name that is here.
 */
async function wishes({ connection, sourceId }: Context): Promise<Wish[]> {
  const { rows } = await connection.query<Wish>(
    `select l.external_id as "externalId", d.id as "duplicateId", s.id as "survivorId"
       from import_link l
       join import_record r on r.source_id = l.source_id and r.kind = 'idea' and r.external_id = l.external_id
       join idea d on d.id = r.target_id
       left join lateral (
              select i.id
                from unnest(l.wanted) with ordinality as w (external_id, place)
                join import_record o on o.source_id = l.source_id and o.kind = 'idea' and o.external_id = w.external_id
                join idea i on i.id = o.target_id
               where i.id <> d.id
               order by w.place
               limit 1) s on true
      where l.source_id = $1
        and l.kind = 'merge'
        -- Where somebody here has undone that merge, it stays undone: with the idea that is named, or where that ends.
        and not exists (
              select from event e
               where e.subject_id = d.id
                 and e.type = 'idea.unmerged'
                 and e.payload ->> 'duplicate' = d.id::text
                 and e.payload ->> 'survivor' in (
                       select s.id::text
                        union all
                       select m.survivor_id::text from merge m where m.duplicate_id = s.id))
      order by d.submitted_at desc, d.id`,
    [sourceId],
  );
  return rows;
}

/**
 * Links duplicates to the ideas that stay.
 *
 * A survivor that is itself a duplicate hands on to its own, so that there are no chains. Two ideas that were merged
 * into each other would leave nobody standing: the older one stays. A duplicate whose survivor is not here keeps the
 * state its mapping gives it, and waits: a later import of the survivor merges it.
 */
export async function settleMerges(context: Context): Promise<Notes> {
  const notes = { merged: 0, waiting: 0, circles: 0 };
  for (const { externalId, duplicateId, survivorId } of await wishes(context)) {
    if (!survivorId) {
      notes.waiting++;
      continue;
    }
    const end = await endOfChain(context, survivorId);
    if (end === duplicateId) notes.circles++;
    else {
      await merge(context, duplicateId, end);
      notes.merged++;
    }
    await context.connection.query(
      "delete from import_link where source_id = $1 and kind = 'merge' and external_id = $2",
      [context.sourceId, externalId],
    );
  }
  return notes;
}

async function endOfChain({ connection }: Context, ideaId: string): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    "select survivor_id as id from merge where duplicate_id = $1",
    [ideaId],
  );
  return rows[0]?.id ?? ideaId;
}

async function merge({ connection }: Context, duplicateId: string, survivorId: string): Promise<void> {
  await connection.query("update merge set survivor_id = $2 where survivor_id = $1", [duplicateId, survivorId]);
  await connection.query(
    `insert into merge (duplicate_id, survivor_id, merged_at)
     select i.id, $2, coalesce(max(d.decided_at), i.submitted_at)
       from idea i
       left join decision d on d.idea_id = i.id
      where i.id = $1
      group by i.id
         on conflict (duplicate_id) do nothing`,
    [duplicateId, survivorId],
  );
  await connection.query("update decision set to_status = 'merged' where idea_id = $1 and decided_by_id is null", [
    duplicateId,
  ]);
  await connection.query("update idea set status = 'merged' where id = $1", [duplicateId]);
}
