import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { visibleIdeasSql } from "../access/visibility";
import { votableStates } from "../ideas/states";
import { type RankedSupport, supportTold } from "../ideas/support-told";
import { db } from "../platform/db/client";
import { ideaColumns, ideaRow, type ToldIdea } from "./idea-section";
import { narrowedTo } from "./narrowed";
import type { InsightsInput } from "./schema";
import { scopeOf } from "./scope";
import type { Said, Section } from "./section";

/** So many ideas a meeting can talk about. Chosen by us. */
const TOP = 10;

type Ranked = ToldIdea & RankedSupport & { votes: number };

const ofHundred = (share: number) => Math.round(share * 100);

/** How sure it is that the first is ahead: of how many it cannot be told which is best. */
function certainty(ideas: Ranked[]): Said[] {
  const [first] = ideas;
  const like = first ? ideas.filter(({ hopeful }) => hopeful >= first.merit).length : 0;
  if (ideas.length < 2) return [];
  return [like < 2 ? { key: "insights.topSure" } : { key: "insights.topUnsure", values: { count: like } }];
}

function says(ideas: Ranked[]): Said[] {
  const [first] = ideas;
  if (!first) return [{ key: "insights.topNone" }];
  const told = supportTold(first);
  if (!told) return [{ key: "insights.topUnseen", values: { title: first.title, votes: first.votes } }];
  const { low, expected, high } = told;
  const values = { title: first.title, low: ofHundred(low), expected: ofHundred(expected), high: ofHundred(high) };
  return [{ key: "insights.topLeads", values }, ...certainty(ideas)];
}

/**
 * The ideas that most support is to be expected for, among those that can still be backed, best first: by merit, the lower
 * end of what their support may be (docs/ranking.md).
 */
export async function topIdeas(actor: Actor, input: InsightsInput): Promise<Section> {
  authorize(actor, "insights.read");
  const scope = await scopeOf(actor, input);
  const [first, last] = [`${scope.months[0]}-01`, `${scope.months.at(-1)}-01`];
  const ideas = await db.$queryRaw<Ranked[]>`
    select i.id, i.title, i.status, to_char(f.posted_on, 'YYYY-MM-DD') as "postedOn", r.votes, r.sightings,
           r.supporters_seen as "supportersSeen", r.merit, r.expected, r.hopeful
      from idea_rank r
      join idea_fact f on f.idea_id = r.idea_id
      join idea i on i.id = r.idea_id
     where f.posted_on >= ${first}::date
       and f.posted_on < ${last}::date + interval '1 month'
       and i.status = any (${votableStates}::idea_status[])
       ${narrowedTo(scope, "f")}
       and ${visibleIdeasSql(actor)}
     order by r.merit desc, r.trending desc, r.idea_id desc
     limit ${TOP}::int`;
  const rows = ideas.map(({ sightings, supportersSeen, merit, expected, hopeful, ...idea }) => {
    const told = supportTold({ sightings, supportersSeen, merit, expected, hopeful });
    const { low = null, expected: middle = null, high = null, seen = null } = told ?? {};
    return ideaRow({ ...idea, ...{ low, expected: middle, high, seen } });
  });
  const isSeen = rows.some(({ cells }) => cells.low !== null);
  return {
    key: "topIdeas",
    title: "insights.topIdeas",
    says: says(ideas),
    chart: isSeen
      ? { kind: "intervals", label: "title", low: "low", middle: "expected", high: "high" }
      : { kind: "bars", label: "title", value: "votes" },
    columns: [
      ...ideaColumns,
      { key: "votes", label: "insights.columnVotes", kind: "count" },
      { key: "low", label: "insights.columnLow", kind: "share" },
      { key: "expected", label: "insights.columnExpected", kind: "share" },
      { key: "high", label: "insights.columnHigh", kind: "share" },
      { key: "seen", label: "insights.columnSeen", kind: "count" },
    ],
    rows,
    terms: ["merit", "supportRate", "interval"],
  };
}
