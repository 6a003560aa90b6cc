import { randomUUID } from "node:crypto";
import { page } from "@/app/door";
import { DeskView } from "@/components/desk/desk-view";
import { findDesk } from "@/lib/desk/desk";
import { deskAddress } from "@/lib/desk/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(deskAddress, async (actor, { ideaId, to, whose, view }) => {
  const queue = { whose, view };
  const desk = await findDesk(actor, ideaId, queue);
  const { locale, timeZone } = actor;
  const voice = { t: translator(locale), format: formatter(locale, timeZone), now: now() };

  return (
    <>
      <title>{`${desk.idea.title} · ${voice.t("desk.title")} · Tormenta`}</title>
      <DeskView key={ideaId} desk={desk} queue={queue} open={to} newKey={randomUUID()} locale={locale} {...voice} />
    </>
  );
});
