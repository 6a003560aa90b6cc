import { page } from "@/app/door";
import { InsightsPage } from "@/components/insights/insights-page";
import { Sections } from "@/components/insights/section-view";
import { findFrame } from "@/lib/insights/frame";
import { participation } from "@/lib/insights/participation";
import { insightsInput } from "@/lib/insights/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(insightsInput, async (actor, asked) => {
  const [frame, sections] = await Promise.all([findFrame(actor, asked), participation(actor, asked)]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  return (
    <InsightsPage here="participation" asked={asked} frame={frame} voice={voice}>
      <Sections of={sections} voice={voice} />
    </InsightsPage>
  );
});
