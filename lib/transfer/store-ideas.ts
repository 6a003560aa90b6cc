import { randomUUID } from "node:crypto";
import { plainText } from "../platform/markdown";
import type { Incoming, IncomingIdea } from "./incoming";
import { type Context, judge, lookUp, type Remembered, remember, type Stored } from "./record-book";
import { type Settled, storeDetails } from "./store-details";
import { ensureCategories, ensurePeople, ensurePlaces, ensureTags, placeKey } from "./store-vocabulary";

/** Creates and updates ideas with everything that belongs to them; those that say what they said stay untouched. */
export async function storeIdeas(context: Context, items: Incoming<IncomingIdea>[]): Promise<Stored> {
  const known = await lookUp(
    context,
    "idea",
    items.map(({ content }) => content.externalId),
  );
  const remembered = new Map<string, Remembered>();
  const created: [string, Incoming<IncomingIdea>][] = [];
  const updated: [string, Incoming<IncomingIdea>][] = [];
  const outcomes = items.map((item) => {
    const { externalId } = item.content;
    const { outcome, record } = judge(item, known.get(externalId), context, randomUUID);
    if (record) {
      known.set(externalId, record);
      remembered.set(externalId, record);
      if (outcome === "created") created.push([record.targetId ?? "", item]);
      if (outcome === "updated") updated.push([record.targetId ?? "", item]);
    }
    return outcome;
  });
  if (!context.dryRun) await write(context, created, updated);
  await remember(context, "idea", remembered);
  return { outcomes, notes: {} };
}

type Entry = [string, Incoming<IncomingIdea>];

async function write(context: Context, created: Entry[], updated: Entry[]): Promise<void> {
  const settled = await settle(context, [...created, ...updated]);
  const fresh = settled.slice(0, created.length);
  const changed = settled.slice(created.length);
  if (fresh.length > 0) await insert(context, fresh);
  if (changed.length > 0) await update(context, changed);
  if (settled.length > 0) await storeDetails(context, settled);
}

async function settle(context: Context, entries: Entry[]): Promise<Settled[]> {
  const contents = entries.map(([, { content }]) => content);
  const people = await ensurePeople(
    context,
    contents.map(({ author }) => author),
  );
  const categories = await ensureCategories(
    context,
    contents.map(({ category }) => category),
  );
  const places = await ensurePlaces(
    context,
    contents.map(({ place }) => place),
  );
  const tags = await ensureTags(
    context,
    contents.flatMap((content) => content.tags),
  );
  return entries.map(([id, { content, order }]) => ({
    id,
    content,
    at: new Date(content.at.getTime() + order + context.shiftMs),
    tagIds: content.tags.map((name) => tags.get(name)).filter((tag) => tag !== undefined),
    links: {
      authorId: (content.author && people.get(content.author.externalId)) ?? null,
      categoryId: (content.category && categories.get(content.category.toLowerCase())) ?? null,
      placeId: places.get(placeKey(content.place)) ?? null,
    },
  }));
}

const rowsOf = (ideas: Settled[]): string =>
  JSON.stringify(
    ideas.map(({ id, content: { title, body, language, status, url }, at, links }) => ({
      id,
      title,
      body,
      plain: plainText(body),
      language,
      status,
      url,
      at,
      ...links,
    })),
  );

/** The columns that `rowsOf` writes, as PostgreSQL reads them. */
const INCOMING = `jsonb_to_recordset($1::jsonb) as n (id uuid, title text, body text, plain text, language text,
       status idea_status, url text, at timestamptz, "authorId" uuid, "categoryId" uuid, "placeId" uuid)`;

const insert = ({ connection, sourceId }: Context, ideas: Settled[]) =>
  connection.query(
    `insert into idea (id, title, body, plain, language, status, author_id, category_id, place_id, created_at,
                       submitted_at, source_id, original_url)
     select n.id, n.title, n.body, n.plain, n.language, n.status, n."authorId", n."categoryId", n."placeId", n.at, n.at,
            $2, n.url
       from ${INCOMING}`,
    [rowsOf(ideas), sourceId],
  );

/** How it read before stays visible. A state that somebody gave it here is not taken back by the source. */
async function update({ connection }: Context, ideas: Settled[]): Promise<void> {
  const rows = rowsOf(ideas);
  await connection.query(
    `insert into idea_revision (idea_id, version, title, body)
     select i.id, i.version, i.title, i.body
       from ${INCOMING}
       join idea i on i.id = n.id
      where (i.title, i.body) is distinct from (n.title, n.body)`,
    [rows],
  );
  await connection.query(
    `update idea i
        set version = i.version + ((i.title, i.body) is distinct from (n.title, n.body))::int,
            edited_at = case when (i.title, i.body) is distinct from (n.title, n.body) then now() else i.edited_at end,
            title = n.title, body = n.body, plain = n.plain, language = n.language, author_id = n."authorId",
            category_id = n."categoryId", place_id = n."placeId", original_url = n.url,
            status = case when exists (select from event e
                                        where e.subject_id = i.id
                                          and e.type in ('idea.moved', 'idea.withdrawn', 'idea.merged', 'idea.unmerged'))
                          then i.status else n.status end
       from ${INCOMING}
      where i.id = n.id`,
    [rows],
  );
}
