import { download } from "@/lib/access/download";
import { auditFile } from "@/lib/audit/audit-file";
import { auditFilter } from "@/lib/audit/schema";

export const GET = download(auditFilter, auditFile);
