import type { DeliveryCard } from "@/lib/delivery/shown-schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { stateNames, stateTones } from "./delivery-words";

/** Whether a delivery is under way, late, done or given up. */
export function StateBadge({ of: { state, isLate }, t }: { of: Pick<DeliveryCard, "state" | "isLate">; t: Translate }) {
  if (isLate) return <Badge tone="warning">{t("delivery.stateLate")}</Badge>;
  return <Badge tone={stateTones[state]}>{t(stateNames[state])}</Badge>;
}
