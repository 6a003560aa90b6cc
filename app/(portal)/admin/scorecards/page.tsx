import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { CriterionList } from "@/components/evaluation/criterion-list";
import { ScorecardSettingsForm } from "@/components/evaluation/scorecard-settings";
import { findScorecard } from "@/lib/evaluation/scorecards";
import { translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const { criteria, ...settings } = await findScorecard(actor);
  const t = translator(actor.locale);
  return (
    <div className="space-y-6">
      <title>{`${t("evaluation.scorecards")} · Tormenta`}</title>
      <AdminTabs here="scorecards" t={t} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <CriterionList key={JSON.stringify(criteria)} criteria={criteria} />
        <ScorecardSettingsForm key={JSON.stringify(settings)} settings={settings} />
      </div>
    </div>
  );
});
