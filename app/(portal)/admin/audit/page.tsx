import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { AuditFilters } from "@/components/audit/audit-filters";
import { auditPath } from "@/components/audit/audit-path";
import { ChainBanner } from "@/components/audit/chain-banner";
import { EventList } from "@/components/audit/event-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { History } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { findChainState, listEvents } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { tellEvent, toldTypes, whatOf } from "@/lib/audit/tell";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(auditFilter, async (actor, filter) => {
  const [{ events, next }, chain] = await Promise.all([listEvents(actor, filter), findChainState(actor)]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;
  const types = toldTypes.map((type) => ({ type, what: whatOf(type, t) }));
  const { before, ...shown } = filter;

  return (
    <div className="space-y-4">
      <title>{`${t("audit.title")} · Tormenta`}</title>
      <AdminTabs here="audit" t={t} />
      <ChainBanner chain={chain} {...voice} />
      <AuditFilters shown={shown} types={types.sort((a, b) => a.what.localeCompare(b.what, actor.locale))} t={t} />
      {events.length > 0 ? (
        <EventList events={events.map((event) => tellEvent(event, t))} shown={shown} {...voice} />
      ) : (
        <EmptyState
          icon={<History />}
          title={t("audit.nothing")}
          action={<ButtonLink href="/admin/audit">{t("audit.showAll")}</ButtonLink>}
        >
          {t("audit.nothingText")}
        </EmptyState>
      )}
      <Pagination previous={before && auditPath(shown)} next={next && auditPath(shown, next)} t={t} />
    </div>
  );
});
