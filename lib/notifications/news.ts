import { readsReviewsSql } from "../access/visibility";
import { movedNews } from "../ideas/state-words";
import { Prisma } from "../platform/db/client";

import type { MessageKey } from "../platform/i18n/messages";
import type { MessageValues, Translate } from "../platform/i18n/translate";
import { plainText } from "../platform/markdown";
import type { Line, News } from "./schema";

/** A line as it is read from the database. */
export type NewsRow = Omit<News, "idea"> & { ideaId: string; ideaTitle: string };

/** How far apart an answer and its event may be written in one transaction: one asks our clock, one the database's. */
const SAME_MOMENT = "1 minute";

/** What was said: a comment that still stands, or the answer that was written together with its event. */
const saidSql = Prisma.sql`
  case when e.type = 'comment.posted' then
         (select c.body from comment c where c.id = (e.payload ->> 'commentId')::uuid and c.deleted_at is null)
       when e.type = 'note.posted' then
         (select o.body
            from note o
           where o.id = (e.payload ->> 'noteId')::uuid
             and ${readsReviewsSql(Prisma.sql`n.person_id`)})
       when e.type = 'delivery.updated' then
         (select u.body from delivery_update u where u.id = (e.payload ->> 'update')::uuid)
       when e.type in ('idea.moved', 'idea.answered', 'idea.merged') then
         (select d.reason
            from decision d
           where d.idea_id = e.subject_id
             and d.decided_by_id = e.actor_id
             and case e.type when 'idea.answered' then d.to_status = d.from_status
                             when 'idea.merged' then d.to_status = 'merged'
                             else d.from_status::text = e.payload ->> 'from' and d.to_status::text = e.payload ->> 'to'
                 end
             and d.decided_at between e.at - ${SAME_MOMENT}::interval and e.at + ${SAME_MOMENT}::interval
           order by abs(extract(epoch from d.decided_at - e.at))
           limit 1)
  end`;

/** Where a reader's vote went with the idea that it was given to; nowhere, if they had voted there as well. */
const movedToSql = Prisma.sql`
  case when e.type = 'idea.merged' and e.payload ->> 'duplicate' = i.id::text then
    (select s.title
       from merge m
       join idea s on s.id = m.survivor_id and s.author_id is distinct from n.person_id
       join vote v on v.idea_id = m.duplicate_id and v.voter_id = n.person_id
      where m.duplicate_id = i.id
        and not exists (select from vote o where o.idea_id = m.survivor_id and o.voter_id = n.person_id))
  end`;

/** The columns of a line, and where they come from, for queries that call the notification `n`. */
export const newsSql = {
  columns: Prisma.sql`
    n.id,
    e.type,
    e.payload,
    n.kind,
    n.reason,
    n.created_at as at,
    n.read_at as "readAt",
    a.name as actor,
    i.id as "ideaId",
    i.title as "ideaTitle",
    ${saidSql} as said,
    ${movedToSql} as "movedTo"`,
  joins: Prisma.sql`
    join event e on e.id = n.event_id
    join idea i on i.id = n.idea_id
    left join person a on a.id = e.actor_id`,
};

/** A line as its reader gets it. */
export const newsOf = ({ ideaId, ideaTitle, ...row }: NewsRow): News => ({
  ...row,
  idea: { id: ideaId, title: ideaTitle },
});

/** The page that news lead to. */
export function newsPath({ type, payload, idea }: News): string {
  if (type === "comment.posted") return `/ideas/${idea.id}?comment=${payload.commentId}#comment-${payload.commentId}`;
  if (type === "evaluation.begun") return `/review/${idea.id}/scorecard`;
  if (type === "merge.asked") return `/ideas/${idea.id}/merge`;
  return type === "note.posted" ? `/review/${idea.id}#notes` : `/ideas/${idea.id}`;
}

/** Words that need nothing but who did it. */
const headlines: Record<string, MessageKey> = {
  "idea.withdrawn": "notifications.withdrawn",
  "idea.answered": "notifications.answered",
  "note.posted": "notifications.notes",
  "evaluation.begun": "notifications.asked",
  "idea.paused": "notifications.paused",
  "idea.resumed": "notifications.resumed",
  "idea.progressed": "notifications.progressed",
  "delivery.updated": "notifications.progressed",
  "merge.asked": "notifications.mergeAsked",
  "merge.declined": "notifications.mergeDeclined",
};

const moved: Record<string, MessageKey> = { submitted: "notifications.movedSubmitted", ...movedNews };

const promised = (payload: News["payload"], answer: MessageKey, decision: MessageKey): MessageKey =>
  payload.promise === "answer" ? answer : decision;

function headlineKey({ type, payload, reason, idea }: News): MessageKey {
  if (type === "comment.posted") {
    if (reason === "mentioned") return "notifications.mentions";
    return reason === "answered" ? "notifications.answers" : "notifications.comments";
  }
  if (type === "idea.assigned") return reason === "group" ? "notifications.assignedGroup" : "notifications.assigned";
  if (type === "idea.merged")
    return payload.duplicate === idea.id ? "notifications.mergedAway" : "notifications.mergedInto";
  if (type === "idea.unmerged")
    return payload.duplicate === idea.id ? "notifications.unmergedAway" : "notifications.unmergedFrom";
  if (type === "idea.moved") return moved[String(payload.to)] ?? "notifications.moved";
  if (type === "review.reminded")
    return promised(payload, "notifications.remindedAnswer", "notifications.remindedDecision");
  if (type === "review.escalated")
    return promised(payload, "notifications.escalatedAnswer", "notifications.escalatedDecision");
  return headlines[type] ?? "notifications.moved";
}

/** What happened, in a few words: "Accepted", "Ana Alba commented". */
export function headline(news: News, t: Translate): string {
  const values: MessageValues = {
    actor: news.actor ?? t("notifications.somebody"),
    percent: Number(news.payload.to ?? 0),
  };
  return t(headlineKey(news), values);
}

/** Why the reader hears of it, in a few words: "you voted for it". */
export const because = ({ reason }: News, t: Translate): string => t(`notifications.because_${reason}`);

/** As much of a text as an inbox shows of it. */
const EXCERPT = 240;

/** News in words, in the language of `t`. */
export const inWords = (news: News, t: Translate): Line => ({
  ...news,
  headline: headline(news, t),
  because: because(news, t),
  excerpt: news.said ? plainText(news.said).slice(0, EXCERPT) : "",
});
