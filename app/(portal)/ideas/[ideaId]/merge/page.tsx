import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { AskForm } from "@/components/duplicates/ask-form";
import { WishView } from "@/components/duplicates/wish-view";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/authorize";
import { likelySurvivors } from "@/lib/duplicates/likely-survivors";
import { findWish } from "@/lib/duplicates/wishes";
import { findIdea } from "@/lib/ideas/queries";
import { ideaRef } from "@/lib/ideas/schema";
import { canMove } from "@/lib/ideas/states";
import { translator } from "@/lib/platform/i18n/translate";

export default page(ideaRef.strip(), async (actor, { ideaId }) => {
  const t = translator(actor.locale);
  const [idea, wish] = await Promise.all([findIdea(actor, ideaId), findWish(actor, ideaId)]);
  const mayAsk = can(actor, "merge.ask", idea) && idea.duplicates.length === 0;
  const isOpen = canMove("merge", idea.status, "merged");
  if (!isOpen || !(wish?.mayAnswer || mayAsk)) redirect(`/ideas/${ideaId}`);
  const title = t(wish?.mayAnswer ? "duplicates.answerTitle" : "duplicates.askTitle");

  return (
    <>
      <title>{`${title} · Tormenta`}</title>
      <div className="mb-3">
        <Breadcrumb above={[{ href: `/ideas/${ideaId}`, label: idea.title }]} here={title} t={t} />
      </div>
      <PageHeader title={title} lead={t(wish?.mayAnswer ? "duplicates.answerLead" : "duplicates.askLead")} />
      {wish ? <WishView wish={wish} /> : <AskForm ideaId={ideaId} likely={await likelySurvivors(actor, ideaId)} />}
    </>
  );
});
