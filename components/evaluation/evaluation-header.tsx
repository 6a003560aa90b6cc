import type { ReactNode } from "react";
import type { Translate } from "@/lib/platform/i18n/translate";
import { PageHeader } from "../ui/page-header";
import { Tabs } from "../ui/tabs";

/** The head of the pages about evaluations, with the way to the others. */
export function EvaluationHeader(props: {
  here: "tasks" | "results" | "distance";
  lead: ReactNode;
  tasks: number;
  t: Translate;
}) {
  const { here, lead, tasks, t } = props;
  return (
    <div className="mb-6">
      <PageHeader title={t("evaluation.tasksTitle")} lead={lead} />
      <Tabs
        label={t("evaluation.tabsLabel")}
        tabs={[
          {
            href: "/review/evaluations",
            label: t("evaluation.tabTasks"),
            current: here === "tasks",
            count: tasks > 0 ? String(tasks) : undefined,
          },
          { href: "/review/results", label: t("evaluation.tabResults"), current: here === "results" },
          { href: "/review/results/distance", label: t("evaluation.tabDistance"), current: here === "distance" },
        ]}
      />
    </div>
  );
}
