import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { FailedJobs } from "@/components/notifications/failed-jobs";
import { listFailedJobs } from "@/lib/notifications/dead-letters";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const jobs = await listFailedJobs(actor);
  const t = translator(actor.locale);
  return (
    <div className="space-y-4">
      <title>{`${t("notifications.jobs")} · Tormenta`}</title>
      <AdminTabs here="jobs" t={t} />
      <FailedJobs jobs={jobs} t={t} now={now()} format={formatter(actor.locale, actor.timeZone)} />
    </div>
  );
});
