import { z } from "zod";
import { page } from "@/app/door";
import { GlossaryList } from "@/components/insights/glossary-list";
import { PageHeader } from "@/components/ui/page-header";
import { listTerms } from "@/lib/insights/glossary";
import { translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const groups = listTerms(actor);
  const t = translator(actor.locale);
  return (
    <>
      <title>{`${t("glossary.title")} · Tormenta`}</title>
      <PageHeader title={t("glossary.title")} lead={t("glossary.lead")} />
      <GlossaryList groups={groups} t={t} />
    </>
  );
});
