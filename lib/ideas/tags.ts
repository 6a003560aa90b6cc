import type { Db } from "../platform/db/client";

/**
 * Gives an idea exactly these tags; tags that nobody has used yet come to be.
 *
 * @param names lower case and trimmed, as the schema leaves them
 */
export async function tagIdea(tx: Db, ideaId: string, names: string[]): Promise<void> {
  // Sorted, so that two writers of the same new tags never wait for each other in a circle.
  await tx.tag.createMany({ data: names.toSorted().map((name) => ({ name })), skipDuplicates: true });
  const tags = await tx.tag.findMany({ where: { name: { in: names } }, select: { id: true } });
  const tagIds = tags.map(({ id }) => id);
  await tx.ideaTag.deleteMany({ where: { ideaId, tagId: { notIn: tagIds } } });
  await tx.ideaTag.createMany({ data: tagIds.map((tagId) => ({ ideaId, tagId })), skipDuplicates: true });
}
