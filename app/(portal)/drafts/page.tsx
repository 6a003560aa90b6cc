import { z } from "zod";
import { page } from "@/app/door";
import { DraftList } from "@/components/ideas/draft-list";
import { PageHeader } from "@/components/ui/page-header";
import { listDrafts } from "@/lib/ideas/queries";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const t = translator(actor.locale);
  return (
    <>
      <title>{`${t("ideas.draftsTitle")} · Tormenta`}</title>
      <PageHeader title={t("ideas.draftsTitle")} lead={t("ideas.draftsLead")} />
      <DraftList drafts={await listDrafts(actor)} t={t} format={formatter(actor.locale, actor.timeZone)} now={now()} />
    </>
  );
});
