import type { AuditFilter } from "@/lib/audit/schema";

/** What narrows the list, without the place in it. */
export type Shown = Omit<AuditFilter, "before">;

const queryOf = (shown: Shown, before?: string) =>
  new URLSearchParams(
    Object.entries({ ...shown, before }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();

/** The address of a part of the log. */
export function auditPath(shown: Shown, before?: string): string {
  const query = queryOf(shown, before);
  return query ? `/admin/audit?${query}` : "/admin/audit";
}

/** The address of the same part as a file. */
export const auditFilePath = (shown: Shown): string => auditPath(shown).replace("/admin/audit", "/admin/audit.csv");
