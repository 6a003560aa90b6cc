import { Prisma } from "../platform/db/client";
import type { NewsKind, Reason } from "./schema";

/** Some people, and why they hear of something. Their SQL answers ids as its only column. */
export type Circle = { people: Prisma.Sql; reason: Reason; kind: NewsKind };

/** An idea with those that were merged into it: whoever took part there takes part here. */
const family = (ideaId: string) => Prisma.sql`
  select ${ideaId}::uuid as id
   union all
  select duplicate_id from merge where survivor_id = ${ideaId}::uuid`;

/** Whoever wrote an idea, or one that became part of it. */
export const authors = (ideaId: string): Prisma.Sql =>
  Prisma.sql`select i.author_id from idea i where i.id in (${family(ideaId)})`;

/** Whoever wrote this idea alone. */
export const writer = (ideaId: string): Prisma.Sql =>
  Prisma.sql`select i.author_id from idea i where i.id = ${ideaId}::uuid`;

/** Whoever voted for an idea. */
export const voters = (ideaId: string): Prisma.Sql =>
  Prisma.sql`select v.voter_id from vote v where v.idea_id in (${family(ideaId)})`;

/** Whoever follows an idea. */
export const followers = (ideaId: string): Prisma.Sql =>
  Prisma.sql`select f.person_id from follow f where f.idea_id in (${family(ideaId)})`;

/** Whoever said something about an idea that still stands there. */
export const commenters = (ideaId: string): Prisma.Sql =>
  Prisma.sql`select c.author_id from comment c where c.idea_id in (${family(ideaId)}) and c.deleted_at is null`;

/** Whoever wrote an idea, backs it, follows it or said something about it. */
export const everybodyIn = (ideaId: string): Prisma.Sql =>
  Prisma.join([authors(ideaId), voters(ideaId), followers(ideaId), commenters(ideaId)], " union ");

/** Whoever answers for an idea. */
export const owners = (ideaId: string): Prisma.Sql =>
  Prisma.sql`select r.owner_id from review r where r.idea_id = ${ideaId}::uuid`;

/** Whoever belongs to a group of reviewers; nobody, where there is none. */
export const groupMembers = (groupId: string | null): Prisma.Sql =>
  Prisma.sql`select m.person_id from reviewer_group_member m where m.group_id = ${groupId}::uuid`;

/** Whoever wrote the comment that this one answers. */
export const answered = (commentId: string): Prisma.Sql => Prisma.sql`
  select p.author_id
    from comment c
    join comment p on p.id = c.parent_id
   where c.id = ${commentId}::uuid`;

/** Whoever is named by an id. */
export const named = (ids: readonly (string | null | undefined)[]): Prisma.Sql =>
  Prisma.sql`select unnest(${ids.filter((id) => id != null)}::uuid[])`;

/** A name at the beginning of a word: the part of an address before its domain. */
const HANDLE = /(?<![\p{L}\p{N}@./])@([\p{L}\p{N}][\p{L}\p{N}._+-]{0,63})/gu;

/** More than anybody names by hand; a text that names everybody is no mention. */
const MOST_NAMED = 20;

/** Whom a text mentions as `@maria.perez`: whoever alone has an address that begins so. */
export function mentioned(text: string): Prisma.Sql {
  // A full stop after a name ends the sentence.
  const handles = [...text.matchAll(HANDLE)].map(([, name = ""]) => name.replace(/[._+-]+$/, "").toLowerCase());
  return Prisma.sql`
    select (array_agg(p.id))[1]
      from person p
     where lower(split_part(p.email::text, '@', 1)) = any (${[...new Set(handles)].slice(0, MOST_NAMED)}::text[])
       and p.status = 'active'
     group by lower(split_part(p.email::text, '@', 1))
    having count(*) = 1`;
}
