import { randomUUID } from "node:crypto";
import { page } from "@/app/door";
import { BeginForm } from "@/components/delivery/about-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { findBeginning } from "@/lib/delivery/beginning";
import { beginAddress } from "@/lib/delivery/schema";
import { todayIn } from "@/lib/platform/clock";
import { translator } from "@/lib/platform/i18n/translate";

export default page(beginAddress, async (actor, { ideaId }) => {
  const { idea, owners, ownerId } = await findBeginning(actor, { ideaId });
  const t = translator(actor.locale);
  const startsOn = todayIn(actor.timeZone);
  return (
    <div className="mx-auto max-w-2xl">
      <title>{`${t("delivery.begin")} · Tormenta`}</title>
      <PageHeader title={t("delivery.begin")} lead={t("delivery.beginLead")} />
      <Card>
        <BeginForm
          ideaId={ideaId}
          newId={randomUUID()}
          owners={owners}
          start={{ title: idea.title, ownerId, startsOn }}
        />
      </Card>
    </div>
  );
});
