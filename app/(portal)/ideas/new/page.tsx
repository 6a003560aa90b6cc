import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { emptyValues, valuesOf } from "@/components/ideas/idea-values";
import { NewIdeaForm } from "@/components/ideas/new-idea-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/authorize";
import { findIdea, listChoices } from "@/lib/ideas/queries";
import { newIdeaInput } from "@/lib/ideas/schema";
import { writingOf } from "@/lib/ideas/writing";
import { notFound } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translate";

export default page(newIdeaInput, async (actor, { draft: draftId }) => {
  if (!can(actor, "idea.submit")) throw notFound();
  const t = translator(actor.locale);
  const draft = draftId ? await findIdea(actor, draftId) : null;
  if (draft && draft.status !== "draft") redirect(`/ideas/${draft.id}`);

  return (
    <>
      <title>{`${t("ideas.newTitle")} · Tormenta`}</title>
      <PageHeader title={t(draft ? "ideas.goOnTitle" : "ideas.newTitle")} lead={t("ideas.newLead")} />
      <NewIdeaForm
        ideaId={draft?.id ?? randomUUID()}
        version={draft?.version ?? null}
        values={draft ? valuesOf(writingOf(draft)) : emptyValues(actor.locale)}
        choices={await listChoices(actor)}
      />
    </>
  );
});
