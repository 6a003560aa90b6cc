import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Order } from "@/lib/ranking/orders";
import { buttonStyle } from "../ui/button-style";
import { ArrowDownUp } from "../ui/icons";
import { Menu, MenuLink } from "../ui/menu";
import { Segmented } from "../ui/segmented";
import type { Tab } from "../ui/tabs";
import { listPath, type Shown } from "./list-path";

const names: Record<Order, MessageKey> = {
  relevant: "search.orderRelevant",
  merit: "search.orderMerit",
  discover: "search.orderDiscover",
  new: "search.orderNew",
  trending: "search.orderTrending",
  supported: "search.orderSupported",
  discussed: "search.orderDiscussed",
  unanswered: "search.orderUnanswered",
};

/** The orders that are asked for now and then: behind a menu, so that the others have room in every language. */
const seldom = (isAsked: boolean): Order[] => [
  ...(isAsked ? (["trending"] as const) : []),
  "supported",
  "discussed",
  "unanswered",
];

/**
 * The orders a list can have, as links that keep its filters: side by side, and in a menu on a phone. By relevance only
 * where something was asked.
 */
export function OrderTabs({ shown, t }: { shown: Shown; t: Translate }) {
  const orders = (Object.keys(names) as Order[]).filter((order) => shown.q || order !== "relevant");
  const tabsOf = (chosen: Order[]) =>
    chosen.map((order) => ({
      href: listPath({ ...shown, order }),
      label: t(names[order]),
      current: order === shown.order,
    }));
  const hidden = seldom(Boolean(shown.q));
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 max-sm:hidden">
        <Segmented label={t("search.order")} tabs={tabsOf(orders.filter((order) => !hidden.includes(order)))} />
        <OrderMenu tabs={tabsOf(hidden)} usual={t("search.moreOrders")} t={t} />
      </div>
      <div className="sm:hidden">
        <OrderMenu tabs={tabsOf(orders)} t={t} />
      </div>
    </>
  );
}

/** @param usual what is said on it while none of its orders is the list's */
function OrderMenu({ tabs, usual, t }: { tabs: Tab[]; usual?: string; t: Translate }) {
  return (
    <Menu
      align="start"
      className={buttonStyle({ size: "small" })}
      trigger={
        <>
          <ArrowDownUp aria-hidden />
          <span className="sr-only">{t("search.order")}:</span>
          {tabs.find(({ current }) => current)?.label ?? usual}
        </>
      }
    >
      {tabs.map(({ href, label, current }) => (
        <MenuLink key={href} href={href} aria-current={current ? "true" : undefined}>
          {label}
        </MenuLink>
      ))}
    </Menu>
  );
}
