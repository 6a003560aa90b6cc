import { page } from "@/app/door";
import { BulkBar } from "@/components/desk/bulk-bar";
import { DeskHeader } from "@/components/desk/desk-header";
import { boardPath, queuePath } from "@/components/desk/desk-path";
import { EmptyQueue } from "@/components/desk/empty-queue";
import { QueueList } from "@/components/desk/queue-list";
import { QueueOrder, QueueTabs, WhoseChoice } from "@/components/desk/queue-tabs";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/access/authorize";
import { bulkChoices } from "@/lib/desk/bulk-choices";
import { countQueue, listQueue } from "@/lib/desk/queue";
import { queueAddress } from "@/lib/desk/schema";
import { countPairs } from "@/lib/duplicates/pairs";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(queueAddress, async (actor, asked) => {
  const { cursor, whose, view } = asked;
  const queue = { whose, view };
  const mayMove = can(actor, "idea.review", { authorId: null });
  const [{ ideas, next }, counts, { templates, candidates }, pairs] = await Promise.all([
    listQueue(actor, asked),
    countQueue(actor, queue),
    bulkChoices(actor),
    countPairs(actor),
  ]);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;

  return (
    <div className="group/queue space-y-4">
      <title>{`${t("desk.title")} · Tormenta`}</title>
      <DeskHeader
        lead={counts.late > 0 ? t("desk.leadLate", { count: counts.late }) : t("desk.lead")}
        here="queue"
        queue={queuePath(queue)}
        board={boardPath(queue)}
        drafted={counts.drafted}
        pairs={pairs}
        t={t}
      />
      <QueueTabs queue={queue} counts={counts} t={t} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <WhoseChoice whose={whose} counts={counts.whose} path={(one) => queuePath({ whose: one, view })} t={t} />
        <QueueOrder queue={queue} t={t} />
      </div>
      {ideas.length > 0 ? (
        <QueueList ideas={ideas} queue={queue} locale={actor.locale} selectable={mayMove} {...voice} />
      ) : (
        <EmptyQueue queue={queue} t={t} />
      )}
      {ideas.length > 0 && mayMove && <BulkBar templates={templates} candidates={candidates} />}
      <Pagination previous={cursor && queuePath(queue)} next={next && queuePath(queue, next)} t={t} />
    </div>
  );
});
