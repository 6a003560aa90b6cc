import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db, Prisma } from "../platform/db/client";
import { notFound } from "../platform/errors";
import type { ListedPerson, Person, peopleFilter } from "./schema";

const PAGE = 50;

/** Signs that mean something in a pattern, taken as they are written. */
const literally = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/**
 * People with an account by name, a page at a time; pseudonyms that came with an import are nobody to manage.
 *
 * @returns at most 50; `next` names the last of them when there are more
 * @throws Failure `forbidden`
 */
export async function listPeople(
  actor: Actor,
  { q, after }: z.output<typeof peopleFilter>,
): Promise<{ people: ListedPerson[]; next: string | null }> {
  authorize(actor, "person.manage");
  const pattern = `%${literally(q)}%`;
  const people = await db.$queryRaw<ListedPerson[]>`
    select p.id,
           p.name,
           p.email::text,
           p.status::text,
           d.name as department,
           array(select r.role::text from person_role r where r.person_id = p.id order by r.role) as roles
      from person p
      left join department d on d.id = p.department_id
     where p.status <> 'imported'
       and (${q} = '' or unaccent(p.name) ilike unaccent(${pattern}) or p.email::text ilike ${pattern})
       ${after ? Prisma.sql`and (lower(unaccent(p.name)), p.id) > ${placeOf(after)}` : Prisma.empty}
     order by lower(unaccent(p.name)), p.id
     limit ${PAGE + 1}`;
  const isMore = people.length > PAGE;
  return { people: people.slice(0, PAGE), next: isMore ? (people[PAGE - 1]?.id ?? null) : null };
}

/** Where somebody stands in the order of the list. */
const placeOf = (personId: string) =>
  Prisma.sql`(select lower(unaccent(l.name)), l.id from person l where l.id = ${personId}::uuid)`;

/**
 * Somebody with an account.
 *
 * @throws Failure `forbidden`, or `not_found`
 */
export async function findPerson(actor: Actor, personId: string): Promise<Person> {
  authorize(actor, "person.manage");
  const person = await db.person.findFirst({
    where: { id: personId, status: { not: "imported" } },
    select: {
      id: true,
      name: true,
      email: true,
      status: true,
      departmentId: true,
      placeId: true,
      levelId: true,
      joinedOn: true,
      roles: { select: { role: true }, orderBy: { role: "asc" } },
    },
  });
  if (!person) throw notFound();
  const joinedOn = person.joinedOn?.toISOString().slice(0, 10) ?? null;
  return { ...person, joinedOn, roles: person.roles.map(({ role }) => role) };
}
