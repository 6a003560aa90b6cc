import type { DeliveryListInput } from "@/lib/delivery/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Tabs } from "../ui/tabs";

const names = {
  open: "delivery.tabOpen",
  late: "delivery.tabLate",
  done: "delivery.tabDone",
  stopped: "delivery.tabStopped",
  all: "delivery.tabAll",
} as const;

/** The address of a list of deliveries. */
export function deliveriesPath({ state, owner, department, category, after }: DeliveryListInput): string {
  const asked = Object.entries({ state, owner, department, category, after }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `/deliveries?${new URLSearchParams(asked)}`;
}

/** Which deliveries are shown: those under way, late, done, given up, or all. */
export function DeliveryTabs({ asked, t }: { asked: DeliveryListInput; t: Translate }) {
  const states = Object.keys(names) as (keyof typeof names)[];
  return (
    <Tabs
      label={t("delivery.deliveries")}
      tabs={states.map((state) => ({
        href: deliveriesPath({ ...asked, state, after: undefined }),
        label: t(names[state]),
        current: state === asked.state,
      }))}
    />
  );
}
