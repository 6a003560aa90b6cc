import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Order } from "@/lib/ranking/schema";
import { Segmented } from "../ui/segmented";
import { listPath, type Shown } from "./list-path";

const names: Record<Order, MessageKey> = {
  relevant: "search.orderRelevant",
  new: "search.orderNew",
  supported: "search.orderSupported",
  trending: "search.orderTrending",
  discussed: "search.orderDiscussed",
};

/** The orders a list can have, as links that keep its filters. By relevance only where something was asked. */
export function OrderTabs({ shown, t }: { shown: Shown; t: Translate }) {
  const orders = (Object.keys(names) as Order[]).filter((order) => shown.q || order !== "relevant");
  const tabs = orders.map((order) => ({
    href: listPath({ ...shown, order }),
    label: t(names[order]),
    current: order === shown.order,
  }));
  return <Segmented label={t("search.order")} tabs={tabs} />;
}
