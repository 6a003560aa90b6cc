import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";
import type { IdeaInput } from "./schema";

/** Where an idea belongs: each a reference, or nothing. */
export type Filing = Pick<IdeaInput, "categoryId" | "departmentId" | "placeId">;

/**
 * Goes on only if the category, department and place exist.
 *
 * @throws Failure `invalid`, each unknown one on its field
 */
export async function requireFiling(tx: Db, { categoryId, departmentId, placeId }: Filing): Promise<void> {
  const [known] = await tx.$queryRaw<Record<keyof Filing, boolean>[]>`
    select ${categoryId}::uuid is null or exists (select from category where id = ${categoryId}::uuid) as "categoryId",
           ${departmentId}::uuid is null or exists (select from department where id = ${departmentId}::uuid) as "departmentId",
           ${placeId}::uuid is null or exists (select from place where id = ${placeId}::uuid) as "placeId"`;
  const unknown = Object.entries(known ?? {}).filter(([, isKnown]) => !isKnown);
  if (unknown.length === 0) return;
  const fields = Object.fromEntries(unknown.map(([field]) => [field, "ideas.unknownChoice" as const]));
  throw new Failure("invalid", "validation.checkFields", fields);
}
