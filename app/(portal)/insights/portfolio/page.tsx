import { page } from "@/app/door";
import { Sections } from "@/components/insights/section-view";
import { PageHeader } from "@/components/ui/page-header";
import { portfolio } from "@/lib/insights/portfolio";
import { insightsInput } from "@/lib/insights/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(insightsInput, async (actor, asked) => {
  const sections = await portfolio(actor, asked);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  return (
    <>
      <title>{`${voice.t("goals.portfolio")} · Tormenta`}</title>
      <PageHeader title={voice.t("goals.portfolio")} />
      <Sections of={sections} voice={voice} />
    </>
  );
});
