import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Order } from "@/lib/ranking/schema";
import { buttonStyle } from "../ui/button-style";
import { ArrowDownUp } from "../ui/icons";
import { Menu, MenuLink } from "../ui/menu";
import { Segmented } from "../ui/segmented";
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

/**
 * The orders a list can have, as links that keep its filters: side by side, and in a menu on a phone. By relevance only
 * where something was asked.
 */
export function OrderTabs({ shown, t }: { shown: Shown; t: Translate }) {
  const orders = (Object.keys(names) as Order[]).filter((order) => shown.q || order !== "relevant");
  const tabs = orders.map((order) => ({
    href: listPath({ ...shown, order }),
    label: t(names[order]),
    current: order === shown.order,
  }));
  return (
    <>
      <div className="max-sm:hidden">
        <Segmented label={t("search.order")} tabs={tabs} />
      </div>
      <div className="sm:hidden">
        <Menu
          align="start"
          className={buttonStyle({ size: "small" })}
          trigger={
            <>
              <ArrowDownUp aria-hidden />
              <span className="sr-only">{t("search.order")}:</span>
              {tabs.find(({ current }) => current)?.label}
            </>
          }
        >
          {tabs.map(({ href, label, current }) => (
            <MenuLink key={href} href={href} aria-current={current ? "true" : undefined}>
              {label}
            </MenuLink>
          ))}
        </Menu>
      </div>
    </>
  );
}
