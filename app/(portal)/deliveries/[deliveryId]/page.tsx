import { randomUUID } from "node:crypto";
import { page } from "@/app/door";
import { DeliveryDeeds } from "@/components/delivery/delivery-deeds";
import { DeliveryView } from "@/components/delivery/delivery-view";
import { can } from "@/lib/access/authorize";
import { findDeliveryForm } from "@/lib/delivery/beginning";
import { findDelivery, gapsOfDelivery } from "@/lib/delivery/find-delivery";
import { deliveryRef } from "@/lib/delivery/schema";
import { now, todayIn } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(deliveryRef, async (actor, { deliveryId }) => {
  const delivery = await findDelivery(actor, { deliveryId });
  const mayManage = can(actor, "delivery.manage", { authorId: delivery.owner.id });
  const form = mayManage ? await findDeliveryForm(actor, delivery) : null;
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const today = todayIn(actor.timeZone);
  return (
    <>
      <title>{`${delivery.title} · Tormenta`}</title>
      <DeliveryView
        delivery={delivery}
        gaps={gapsOfDelivery(delivery)}
        mayManage={mayManage}
        maySecond={({ statedBy }) => can(actor, "outcome.confirm", { authorId: statedBy?.id ?? null })}
        today={today}
        locale={actor.locale}
        deeds={
          form && (
            <DeliveryDeeds
              delivery={delivery}
              {...form}
              mayDecide={can(actor, "delivery.begin")}
              newIds={{ update: randomUUID(), milestone: randomUUID() }}
              year={Number(today.slice(0, 4))}
              t={voice.t}
            />
          )
        }
        {...voice}
      />
    </>
  );
});
