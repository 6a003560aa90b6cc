import { page } from "@/app/door";
import { ExportView } from "@/components/insights/export-view";
import { findFrame } from "@/lib/insights/frame";
import { namedUnits } from "@/lib/insights/named-units";
import { periodText } from "@/lib/insights/report/head";
import { insightsInput } from "@/lib/insights/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(insightsInput, async (actor, asked) => {
  const frame = await findFrame(actor, asked);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  const units = namedUnits(frame, asked).join(" · ") || voice.t("exports.everything");
  return <ExportView about={`${periodText(frame, voice)} · ${units}`} asked={asked} t={voice.t} />;
});
