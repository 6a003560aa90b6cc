import { page } from "@/app/door";
import { Timeline } from "@/components/audit/timeline";
import { EditComparison } from "@/components/ideas/edit-comparison";
import { VersionList } from "@/components/ideas/version-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { History } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { findTimeline } from "@/lib/audit/timeline";
import { findEdit, listRevisions } from "@/lib/ideas/queries";
import { historyInput } from "@/lib/ideas/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(historyInput, async (actor, { ideaId, version }) => {
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;
  const { idea, steps } = await findTimeline(actor, ideaId);
  const revisions = await listRevisions(actor, ideaId);
  const shown = version ?? revisions[0]?.version;

  return (
    <>
      <title>{`${t("ideas.historyOf", { title: idea.title })} · Tormenta`}</title>
      <div className="mb-3">
        <Breadcrumb above={[{ href: `/ideas/${ideaId}`, label: idea.title }]} here={t("ideas.historyTitle")} t={t} />
      </div>
      <PageHeader title={t("ideas.historyTitle")} lead={t("ideas.historyLead")} />
      {steps.length > 0 ? (
        <Timeline ideaId={ideaId} steps={steps} {...voice} />
      ) : (
        <EmptyState
          icon={<History />}
          title={t("ideas.noEdits")}
          action={<ButtonLink href={`/ideas/${ideaId}`}>{t("ideas.lookAtNewVersion")}</ButtonLink>}
        />
      )}
      {shown !== undefined && (
        <section id="versions" aria-labelledby="versions-title" className="mt-10 scroll-mt-20">
          <h2 id="versions-title" className="mb-4 font-semibold text-xl tracking-tight">
            {t("audit.versions")}
          </h2>
          <div className="grid items-start gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
            <VersionList ideaId={ideaId} revisions={revisions} shown={shown} {...voice} />
            <Card>
              <h3 className="mb-4 font-semibold text-lg tracking-tight">
                {t("ideas.changesFromTo", { from: shown, to: shown + 1 })}
              </h3>
              <EditComparison edit={await findEdit(actor, { ideaId, version: shown })} lang={idea.language} t={t} />
            </Card>
          </div>
        </section>
      )}
    </>
  );
});
