import { page } from "@/app/door";
import { DeskBack } from "@/components/desk/desk-back";
import { TemplateList } from "@/components/desk/template-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/authorize";
import { templateAddress } from "@/lib/desk/schema";
import { listTemplates } from "@/lib/desk/templates";
import { translator } from "@/lib/platform/i18n/translate";

export default page(templateAddress, async (actor, { template }) => {
  const t = translator(actor.locale);
  return (
    <>
      <title>{`${t("desk.templatesTitle")} · Tormenta`}</title>
      <DeskBack here={t("desk.templatesTitle")} t={t} />
      <PageHeader title={t("desk.templatesTitle")} lead={t("desk.templatesLead")} />
      <TemplateList
        templates={await listTemplates(actor)}
        open={template}
        mayKeep={can(actor, "template.manage")}
        locale={actor.locale}
        t={t}
      />
    </>
  );
});
