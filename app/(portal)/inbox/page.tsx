import { page } from "@/app/door";
import { InboxList } from "@/components/notifications/inbox-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Bell, Check } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { markAllReadButton } from "@/lib/notifications/actions";
import { inWords } from "@/lib/notifications/news";
import { listInbox } from "@/lib/notifications/queries";
import { inboxPlace } from "@/lib/notifications/schema";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(inboxPlace, async (actor, place) => {
  const { news, unread, next } = await listInbox(actor, place);
  const t = translator(actor.locale);
  const markAll = unread > 0 && (
    <form action={markAllReadButton}>
      <SubmitButton variant="secondary">
        <Check aria-hidden />
        {t("notifications.markAllRead")}
      </SubmitButton>
    </form>
  );

  return (
    <div className="max-w-3xl space-y-4">
      <title>{`${t("notifications.title")} · Tormenta`}</title>
      <PageHeader title={t("notifications.title")} lead={t("notifications.lead")} actions={markAll} />
      {news.length > 0 ? (
        <InboxList
          lines={news.map((one) => inWords(one, t))}
          t={t}
          now={now()}
          format={formatter(actor.locale, actor.timeZone)}
        />
      ) : (
        <EmptyState
          icon={<Bell />}
          title={t("notifications.empty")}
          action={<ButtonLink href="/ideas">{t("notifications.toIdeas")}</ButtonLink>}
        >
          {t("notifications.emptyText")}
        </EmptyState>
      )}
      <Pagination previous={place.before && "/inbox"} next={next && `/inbox?before=${next}`} t={t} />
    </div>
  );
});
