import { MOST_COUNTED, type Queue, type QueueCounts, type View, type Whose, whoses } from "@/lib/desk/schema";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Segmented } from "../ui/segmented";
import { Tabs } from "../ui/tabs";
import { queuePath } from "./desk-path";

const whoseNames: Record<Whose, MessageKey> = {
  mine: "desk.mine",
  groups: "desk.groups",
  all: "desk.all",
  nobody: "desk.nobody",
};

const tabs = ["due", "waiting", "news"] as const satisfies View[];

const viewNames: Record<(typeof tabs)[number], MessageKey> = {
  due: "desk.toDecide",
  waiting: "desk.waiting",
  news: "desk.news",
};

/** A count as a tab says it: nothing for none, and no further than anybody counts. */
const said = (count: number) => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));

/** Whose ideas, as a choice; a link per choice, so that a colleague can be sent there. */
export function WhoseChoice(props: {
  whose: Whose;
  counts?: Record<Whose, number>;
  path: (whose: Whose) => string;
  t: Translate;
}) {
  const { whose, counts, path, t } = props;
  return (
    <Segmented
      label={t("desk.whose")}
      tabs={whoses.map((one) => ({
        href: path(one),
        label: t(whoseNames[one]),
        current: one === whose,
        ...(counts && { count: said(counts[one]) }),
      }))}
    />
  );
}

/** What is to be done, and how much of it there is. */
export function QueueTabs({ queue, counts, t }: { queue: Queue; counts: QueueCounts; t: Translate }) {
  const { whose, view } = queue;
  const shown = view === "support" ? "due" : view;
  return (
    <Tabs
      label={t("desk.views")}
      tabs={tabs.map((one) => ({
        href: queuePath({ whose, view: one }),
        label: t(viewNames[one]),
        current: one === shown,
        count: said(counts.view[one]),
      }))}
    />
  );
}

/** The two orders of what is open. */
export function QueueOrder({ queue: { whose, view }, t }: { queue: Queue; t: Translate }) {
  if (view !== "due" && view !== "support") return null;
  return (
    <Segmented
      label={t("desk.order")}
      tabs={[
        { href: queuePath({ whose, view: "due" }), label: t("desk.byDue"), current: view === "due" },
        { href: queuePath({ whose, view: "support" }), label: t("desk.bySupport"), current: view === "support" },
      ]}
    />
  );
}
