import type { Actor } from "../access/actor";
import { can } from "../access/authorize";
import { db } from "../platform/db/client";
import { loadSql } from "./candidates";
import type { AnswerTemplate, Candidate } from "./schema";

/** What a move of several ideas can choose from, whatever ideas they are: templates, and reviewers by what they have to do. */
export async function bulkChoices(actor: Actor): Promise<{ templates: AnswerTemplate[]; candidates: Candidate[] }> {
  if (!can(actor, "idea.review", { authorId: null })) return { templates: [], candidates: [] };
  const [found] = await db.$queryRaw<{ templates: AnswerTemplate[] | null; candidates: Candidate[] | null }[]>`
    select (select json_agg(t order by t.language, t.name)
              from (select id, language, kind, name, body from answer_template limit 300) t) as templates,
           (select json_agg(c order by c.load, c.name)
              from (select p.id,
                           p.name,
                           ${loadSql} as load,
                           false as "isSuggested"
                      from person_role pr
                      join person p on p.id = pr.person_id and p.status = 'active'
                     where pr.role = 'reviewer'
                     limit 100) c) as candidates`;
  return { templates: found?.templates ?? [], candidates: found?.candidates ?? [] };
}
