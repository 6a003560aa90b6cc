import type { Actor } from "../access/actor";
import { db } from "../platform/db/client";
import type { IdeaFilters } from "./schema";

/** The name of the colleague whose ideas a list is narrowed to; null when it is nobody's, or nobody has that id. */
export async function nameOfAuthor(actor: Actor, { author }: Pick<IdeaFilters, "author">): Promise<string | null> {
  if (!author || author === "me") return author ? actor.name : null;
  const person = await db.person.findUnique({ where: { id: author }, select: { name: true } });
  return person?.name ?? null;
}
