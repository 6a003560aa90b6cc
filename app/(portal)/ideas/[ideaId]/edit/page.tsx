import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { EditIdeaForm } from "@/components/ideas/edit-idea-form";
import { valuesOf } from "@/components/ideas/idea-values";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/authorize";
import { findIdea, listChoices } from "@/lib/ideas/queries";
import { ideaRef } from "@/lib/ideas/schema";
import { states } from "@/lib/ideas/states";
import { writingOf } from "@/lib/ideas/writing";
import { translator } from "@/lib/platform/i18n/translate";

export default page(ideaRef.strip(), async (actor, { ideaId }) => {
  const t = translator(actor.locale);
  const idea = await findIdea(actor, ideaId);
  if (idea.status === "draft") redirect(`/ideas/new?draft=${ideaId}`);
  if (!can(actor, "idea.edit", idea) || !states[idea.status].editable) redirect(`/ideas/${ideaId}`);

  return (
    <>
      <title>{`${t("ideas.editTitle")} · Tormenta`}</title>
      <div className="mb-3">
        <Breadcrumb above={[{ href: `/ideas/${ideaId}`, label: idea.title }]} here={t("ideas.editTitle")} t={t} />
      </div>
      <PageHeader title={t("ideas.editTitle")} lead={t("ideas.editLead")} />
      <EditIdeaForm
        ideaId={ideaId}
        version={idea.version}
        values={valuesOf(writingOf(idea))}
        choices={await listChoices(actor)}
      />
    </>
  );
});
