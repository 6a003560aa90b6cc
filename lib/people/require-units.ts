import type { Db } from "../platform/db/client";
import { Failure } from "../platform/errors";

/** Where somebody works and at which level, or what an idea is filed under: each a reference, or nothing. */
export type Units = {
  departmentId: string | null;
  placeId: string | null;
  categoryId?: string | null;
  levelId?: string | null;
};

/**
 * Goes on only if the department, place, category and level exist.
 *
 * @throws Failure `invalid`, each unknown one on its field
 */
export async function requireUnits(tx: Db, units: Units): Promise<void> {
  const { departmentId, placeId, categoryId = null, levelId = null } = units;
  const [known] = await tx.$queryRaw<Record<keyof Units, boolean>[]>`
    select ${departmentId}::uuid is null or exists (select from department d where d.id = ${departmentId}::uuid)
             as "departmentId",
           ${placeId}::uuid is null or exists (select from place p where p.id = ${placeId}::uuid) as "placeId",
           ${categoryId}::uuid is null or exists (select from category c where c.id = ${categoryId}::uuid)
             as "categoryId",
           ${levelId}::uuid is null or exists (select from level l where l.id = ${levelId}::uuid) as "levelId"`;
  const unknown = Object.entries(known ?? {}).filter(([, isKnown]) => !isKnown);
  if (unknown.length === 0) return;
  const fields = Object.fromEntries(unknown.map(([field]) => [field, "validation.unknownChoice" as const]));
  throw new Failure("invalid", "validation.checkFields", fields);
}
