import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { db } from "../platform/db/client";
import { Failure, notFound } from "../platform/errors";
import type { AnswerTemplate, TemplateInput, templateRef } from "./schema";

/** Every template, by language and name. */
export async function listTemplates(actor: Actor): Promise<AnswerTemplate[]> {
  authorize(actor, "review.read");
  return db.answerTemplate.findMany({ orderBy: [{ language: "asc" }, { name: "asc" }], take: 300 });
}

/** Keeps a template: a new one, or another wording of one. */
export async function keepTemplate(actor: Actor, { templateId, ...data }: TemplateInput): Promise<void> {
  authorize(actor, "template.manage");
  const twin = await db.answerTemplate.findFirst({ where: { language: data.language, name: data.name } });
  if (twin && twin.id !== templateId)
    throw new Failure("invalid", "validation.checkFields", { name: "desk.templateNameTaken" });
  if (!templateId) await db.answerTemplate.createMany({ data, skipDuplicates: true });
  else if ((await db.answerTemplate.updateMany({ where: { id: templateId }, data })).count === 0) throw notFound();
}

/** Throws a template away. What was answered with its help stays as it is. */
export async function discardTemplate(actor: Actor, { templateId }: z.infer<typeof templateRef>): Promise<void> {
  authorize(actor, "template.manage");
  await db.answerTemplate.deleteMany({ where: { id: templateId } });
}
