import { z } from "zod";
import { page } from "@/app/door";
import { DeskBack } from "@/components/desk/desk-back";
import { DraftedAnswers } from "@/components/desk/drafted-answers";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/authorize";
import { listDraftedAnswers } from "@/lib/desk/drafted-answers";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const t = translator(actor.locale);
  const drafts = await listDraftedAnswers(actor);
  return (
    <>
      <title>{`${t("desk.draftsTitle")} · Tormenta`}</title>
      <DeskBack here={t("desk.draftsTitle")} t={t} />
      <PageHeader title={t("desk.draftsTitle")} lead={t("desk.draftsLead")} />
      <DraftedAnswers
        drafts={drafts}
        mayPublish={can(actor, "idea.review", { authorId: null })}
        locale={actor.locale}
        t={t}
        format={formatter(actor.locale, actor.timeZone)}
        now={now()}
      />
    </>
  );
});
