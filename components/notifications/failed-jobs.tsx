import { discardJobButton, replayAllJobsButton, replayJobButton } from "@/lib/notifications/actions";
import type { FailedJob } from "@/lib/notifications/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { CircleCheck, Redo2, Trash2 } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { Time } from "../ui/time";

/** What failed for good, and what an administrator can do about it: have it done again, or give it up. */
export function FailedJobs({ jobs, ...voice }: { jobs: FailedJob[] } & Voice) {
  const { t } = voice;
  if (jobs.length === 0)
    return (
      <EmptyState icon={<CircleCheck />} title={t("notifications.jobsEmpty")}>
        {t("notifications.jobsEmptyText")}
      </EmptyState>
    );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted text-sm">{t("notifications.jobsLead")}</p>
        <form action={replayAllJobsButton}>
          <SubmitButton variant="secondary">
            <Redo2 aria-hidden />
            {t("notifications.replayAll")}
          </SubmitButton>
        </form>
      </div>
      <ul className="space-y-3">
        {jobs.map((job) => (
          <li key={job.id}>
            <Job job={job} {...voice} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Job({ job, t, format, now }: { job: FailedJob } & Voice) {
  const { id, queue, reaction, about, ideaId, ideaTitle, recipient, failedAt, tries, why } = job;
  const name = recipient ?? ideaTitle ?? reaction ?? about ?? "";
  return (
    <Card className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone="danger">{t(`notifications.queue_${queue}`)}</Badge>
          <span className="break-words font-semibold">
            {recipient ? t("notifications.mailTo", { name: recipient }) : reaction}
          </span>
        </p>
        {ideaId && (
          <a href={`/ideas/${ideaId}`} className="block break-words text-sm hover:underline">
            {ideaTitle}
          </a>
        )}
        <p className="break-words font-mono text-danger-text text-sm">{why || "–"}</p>
        <p className="flex flex-wrap gap-x-1.5 text-muted text-xs">
          {about && <span>{about} ·</span>}
          <span>{t("notifications.tries", { tries })} ·</span>
          <Time at={failedAt} now={now} format={format} />
        </p>
      </div>
      <div className="flex gap-2">
        <form action={replayJobButton}>
          <input type="hidden" name="jobId" value={id} />
          <SubmitButton variant="secondary" size="small" aria-label={t("notifications.replayNamed", { name })}>
            <Redo2 aria-hidden />
            {t("notifications.replay")}
          </SubmitButton>
        </form>
        <form action={discardJobButton}>
          <input type="hidden" name="jobId" value={id} />
          <Button type="submit" variant="ghost" size="small" aria-label={t("notifications.discardNamed", { name })}>
            <Trash2 aria-hidden />
            {t("notifications.discard")}
          </Button>
        </form>
      </div>
    </Card>
  );
}
