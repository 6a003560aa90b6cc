import { page } from "@/app/door";
import { SectionTable } from "@/components/insights/section-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { findGoal } from "@/lib/goals/queries";
import { listPath, pagePath } from "@/lib/insights/list-path";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { listedInput } from "@/lib/insights/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(listedInput, async (actor, { page: at, which, ...more }) => {
  const { owner, exactly, goal, ambition, ...asked } = more;
  const { section, count, hasMore } = await listedIdeas(actor, { page: at, which, ...more });
  const serving = goal && (await findGoal(actor, goal));
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  const { t } = voice;
  const to = (page: number) => `${listPath(which, asked, { owner, exactly, goal, ambition })}&page=${page}`;
  return (
    <>
      <title>{`${t(section.title)} · Tormenta`}</title>
      <p className="mb-3 text-sm">
        <a className="text-accent-text hover:underline" href={pagePath("leader", asked)}>
          {t("insights.back")}
        </a>
      </p>
      <PageHeader
        title={serving ? `${t(section.title)}: ${serving.name}` : t(section.title)}
        lead={t("insights.listLead", { count })}
      />
      {section.rows.length > 0 && (
        <Card>
          <SectionTable of={section} voice={voice} />
        </Card>
      )}
      <Pagination previous={at > 1 ? to(at - 1) : null} next={hasMore ? to(at + 1) : null} t={t} />
    </>
  );
});
