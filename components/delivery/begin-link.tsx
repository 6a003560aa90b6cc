import type { DeliveryCard } from "@/lib/delivery/shown-schema";
import type { Idea } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { Rocket } from "../ui/icons";

const deliverable: Idea["status"][] = ["accepted", "in_progress", "implemented"];

/** Leads to an idea's delivery, or to where one begins; nothing where there is nothing to deliver. */
export function BeginLink(props: { idea: Pick<Idea, "id" | "status">; delivery: DeliveryCard | null; t: Translate }) {
  const { idea, delivery, t } = props;
  const holds = delivery && delivery.state !== "stopped";
  if (!holds && !deliverable.includes(idea.status)) return null;
  return (
    <ButtonLink href={holds ? `/deliveries/${delivery.id}` : `/ideas/${idea.id}/delivery`} size="small">
      <Rocket aria-hidden />
      {t(holds ? "delivery.toDelivery" : "delivery.begin")}
    </ButtonLink>
  );
}
