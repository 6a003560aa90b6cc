import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { RateSection } from "@/components/delivery/rate-section";
import { findRates } from "@/lib/delivery/rates";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const rates = await findRates(actor);
  const t = translator(actor.locale);
  return (
    <div className="space-y-6">
      <title>{`${t("delivery.rates")} · Tormenta`}</title>
      <AdminTabs here="rates" t={t} />
      <RateSection of={rates} year={now().getFullYear()} t={t} format={formatter(actor.locale, actor.timeZone)} />
    </div>
  );
});
