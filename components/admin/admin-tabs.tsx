import type { Translate } from "@/lib/platform/i18n/translate";
import { PageHeader } from "../ui/page-header";
import { Tabs } from "../ui/tabs";

/** The head of every page for administrators, with the way to the others. */
export function AdminTabs(props: {
  here:
    | "people"
    | "organisation"
    | "routing"
    | "calendar"
    | "states"
    | "scorecards"
    | "goals"
    | "rates"
    | "audit"
    | "jobs";
  t: Translate;
}) {
  const { here, t } = props;
  return (
    <div className="mb-6">
      <PageHeader title={t("shell.administration")} />
      <Tabs
        label={t("shell.administration")}
        tabs={[
          { href: "/admin/people", label: t("people.people"), current: here === "people" },
          { href: "/admin/organisation", label: t("settings.organisation"), current: here === "organisation" },
          { href: "/admin/routing", label: t("routing.title"), current: here === "routing" },
          { href: "/admin/calendar", label: t("calendar.calendar"), current: here === "calendar" },
          { href: "/admin/states", label: t("settings.states"), current: here === "states" },
          { href: "/admin/scorecards", label: t("evaluation.scorecards"), current: here === "scorecards" },
          { href: "/admin/goals", label: t("goals.title"), current: here === "goals" },
          { href: "/admin/rates", label: t("delivery.rates"), current: here === "rates" },
          { href: "/admin/audit", label: t("audit.title"), current: here === "audit" },
          { href: "/admin/jobs", label: t("notifications.jobs"), current: here === "jobs" },
        ]}
      />
    </div>
  );
}
