import { page } from "@/app/door";
import { Sections } from "@/components/insights/section-view";
import { PageHeader } from "@/components/ui/page-header";
import { pipeline } from "@/lib/insights/pipeline";
import { insightsInput } from "@/lib/insights/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(insightsInput, async (actor, asked) => {
  const sections = await pipeline(actor, asked);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  return (
    <>
      <title>{`${voice.t("pipeline.title")} · Tormenta`}</title>
      <PageHeader title={voice.t("pipeline.title")} lead={voice.t("pipeline.lead")} />
      <Sections of={sections} voice={voice} />
    </>
  );
});
