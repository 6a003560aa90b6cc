import { page } from "@/app/door";
import { EditComparison } from "@/components/ideas/edit-comparison";
import { VersionList } from "@/components/ideas/version-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { History } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { findEdit, findIdea, listRevisions } from "@/lib/ideas/queries";
import { historyInput } from "@/lib/ideas/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(historyInput, async (actor, { ideaId, version }) => {
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;
  const idea = await findIdea(actor, ideaId);
  const revisions = await listRevisions(actor, ideaId);
  const shown = version ?? revisions[0]?.version;

  return (
    <>
      <title>{`${t("ideas.historyOf", { title: idea.title })} · Tormenta`}</title>
      <div className="mb-3">
        <Breadcrumb above={[{ href: `/ideas/${ideaId}`, label: idea.title }]} here={t("ideas.historyTitle")} t={t} />
      </div>
      <PageHeader title={t("ideas.historyTitle")} lead={t("ideas.historyLead")} />
      {shown === undefined ? (
        <EmptyState
          icon={<History />}
          title={t("ideas.noEdits")}
          action={<ButtonLink href={`/ideas/${ideaId}`}>{t("ideas.lookAtNewVersion")}</ButtonLink>}
        />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
          <VersionList ideaId={ideaId} revisions={revisions} shown={shown} {...voice} />
          <Card>
            <h2 className="mb-4 font-semibold text-lg tracking-tight">
              {t("ideas.changesFromTo", { from: shown, to: shown + 1 })}
            </h2>
            <EditComparison edit={await findEdit(actor, { ideaId, version: shown })} lang={idea.language} t={t} />
          </Card>
        </div>
      )}
    </>
  );
});
