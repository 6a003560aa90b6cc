import { page } from "@/app/door";
import { InsightsPage } from "@/components/insights/insights-page";
import { LeaderView } from "@/components/insights/leader-view";
import { changesFor } from "@/lib/insights/changes";
import { findFrame } from "@/lib/insights/frame";
import { leader } from "@/lib/insights/leader";
import { insightsInput } from "@/lib/insights/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(insightsInput, async (actor, asked) => {
  const [frame, sections, changes] = await Promise.all([
    findFrame(actor, asked),
    leader(actor, asked),
    changesFor(actor, asked),
  ]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  return (
    <InsightsPage here="leader" asked={asked} frame={frame} voice={voice}>
      <LeaderView sections={sections} changes={changes} voice={voice} />
    </InsightsPage>
  );
});
