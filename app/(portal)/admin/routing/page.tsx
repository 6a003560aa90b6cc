import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { AdriftList } from "@/components/admin/adrift-list";
import { GroupSection } from "@/components/admin/group-section";
import { RuleSection } from "@/components/admin/rule-section";
import { Banner } from "@/components/ui/banner";
import { listChoices } from "@/lib/ideas/queries";
import { translator } from "@/lib/platform/i18n/translate";
import { findRouting } from "@/lib/workflow/routing";

export default page(z.object({}), async (actor) => {
  const [routing, choices] = await Promise.all([findRouting(actor), listChoices(actor)]);
  const t = translator(actor.locale);
  return (
    <div className="space-y-6">
      <title>{`${t("routing.title")} · Tormenta`}</title>
      <AdminTabs here="routing" t={t} />
      {routing.reviewers.length === 0 && <Banner tone="warning">{t("routing.noReviewers")}</Banner>}
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-6">
          <RuleSection routing={routing} choices={choices} t={t} />
          <AdriftList adrift={routing.adrift} imported={routing.imported} t={t} />
        </div>
        <GroupSection groups={routing.groups} reviewers={routing.reviewers} t={t} />
      </div>
    </div>
  );
});
