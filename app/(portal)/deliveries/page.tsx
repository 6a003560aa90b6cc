import { page } from "@/app/door";
import { DeliveryList } from "@/components/delivery/delivery-list";
import { DeliveryTabs, deliveriesPath } from "@/components/delivery/delivery-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Rocket } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listDeliveries } from "@/lib/delivery/queries";
import { deliveryListInput } from "@/lib/delivery/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(deliveryListInput, async (actor, asked) => {
  const { deliveries, next } = await listDeliveries(actor, asked);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) };
  const { t } = voice;
  return (
    <div className="space-y-5">
      <title>{`${t("delivery.deliveries")} · Tormenta`}</title>
      <PageHeader title={t("delivery.deliveries")} lead={t("delivery.lead")} />
      <DeliveryTabs asked={asked} t={t} />
      {deliveries.length > 0 ? (
        <DeliveryList deliveries={deliveries} {...voice} />
      ) : (
        <EmptyState icon={<Rocket />} title={t("delivery.none")}>
          {t("delivery.noneText")}
        </EmptyState>
      )}
      <Pagination
        previous={asked.after && deliveriesPath({ ...asked, after: undefined })}
        next={next && deliveriesPath({ ...asked, after: next })}
        t={t}
      />
    </div>
  );
});
