import { randomUUID } from "node:crypto";
import { type Actor, mint } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus, PersonStatus, Role } from "@/lib/platform/db/generated/enums";

const DAY_MS = 86_400_000;

/** The organisation every test takes place in; made once per database. */
export async function foundOrganisation(): Promise<void> {
  await db.organisation.createMany({
    data: [{ name: "Aurora", timeZone: "America/Santiago", defaultLocale: "es" }],
    skipDuplicates: true,
  });
}

/** A new colleague with an account and, unless told otherwise, the role employee. */
export async function hire(
  who: { name?: string; roles?: Role[]; email?: string | null; departmentId?: string; status?: PersonStatus } = {},
): Promise<Actor> {
  await foundOrganisation();
  const {
    name = "Ana",
    roles = ["employee"],
    email = `${randomUUID()}@example.org`,
    departmentId = null,
    status = "active",
  } = who;
  const person = await db.person.create({
    data: { name, email, departmentId, status, roles: { create: roles.map((role) => ({ role })) } },
  });
  return mint({ id: person.id, name, roles, departmentId, locale: "en", timeZone: "America/Santiago", via: "web" });
}

/** An idea that is there already, with as many votes as wished, each by a colleague of its own. */
export async function givenIdea(
  idea: {
    title?: string;
    body?: string;
    language?: string;
    status?: IdeaStatus;
    author?: Actor;
    votes?: number;
    daysOld?: number;
    categoryId?: string;
    departmentId?: string;
    placeId?: string;
  } = {},
): Promise<{ id: string; authorId: string }> {
  const { status = "submitted", votes = 0, daysOld = 0, body = "", language = "en" } = idea;
  const author = idea.author ?? (await hire());
  const submittedAt = status === "draft" ? null : new Date(Date.now() - daysOld * DAY_MS);
  const { id } = await db.idea.create({
    data: {
      title: idea.title ?? "Bicycle racks at the north gate",
      body,
      plain: body,
      language,
      status,
      authorId: author.id,
      submittedAt,
      categoryId: idea.categoryId ?? null,
      departmentId: idea.departmentId ?? null,
      placeId: idea.placeId ?? null,
    },
  });
  const voters = await Promise.all(Array.from({ length: votes }, () => hire()));
  await db.vote.createMany({ data: voters.map((voter) => ({ ideaId: id, voterId: voter.id })) });
  return { id, authorId: author.id };
}

/** The types of the events about a thing, oldest first. */
export async function eventsOf(subjectId: string): Promise<string[]> {
  const events = await db.event.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return events.map((event) => event.type);
}

/** The state of an idea and the version of its review, as a reviewer has them before them. */
export async function seenReview(ideaId: string): Promise<{ ideaId: string; status: IdeaStatus; version: number }> {
  const { status, review } = await db.idea.findUniqueOrThrow({
    where: { id: ideaId },
    select: { status: true, review: { select: { version: true } } },
  });
  return { ideaId, status, version: review?.version ?? 0 };
}
