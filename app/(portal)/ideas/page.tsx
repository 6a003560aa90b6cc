import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { ActiveFilters } from "@/components/ideas/active-filters";
import { IdeaFilters } from "@/components/ideas/idea-filters";
import { IdeaList } from "@/components/ideas/idea-list";
import { listPath } from "@/components/ideas/list-path";
import { Mended } from "@/components/ideas/mended";
import { NoIdeas } from "@/components/ideas/no-ideas";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { listChoices } from "@/lib/ideas/queries";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { encodeCursor } from "@/lib/ranking/cursor";
import { listIdeas } from "@/lib/ranking/list-ideas";
import { listAddress } from "@/lib/ranking/schema";
import { nameOfAuthor } from "@/lib/search/queries";
import { voteHindrance } from "@/lib/votes/hindrance";

export default page(listAddress, async (actor, { cursor, limit, ...asked }) => {
  const t = translator(actor.locale);
  const [list, choices, author] = await Promise.all([
    listIdeas(actor, { ...asked, cursor, limit }),
    listChoices(actor),
    nameOfAuthor(actor, asked),
  ]);
  // The page that a link was made for may have emptied since.
  if (cursor && list.ideas.length === 0) redirect(listPath(asked));
  const { mended, next, previous } = list;
  const ideas = list.ideas.map((idea) => ({ ...idea, hindrance: voteHindrance(actor, idea) }));
  const shown = mended?.isApplied ? { ...asked, q: mended.q } : asked;
  const names = {
    category: choices.categories.find(({ id }) => id === asked.category)?.name,
    department: choices.departments.find(({ id }) => id === asked.department)?.name,
    place: choices.places.find(({ id }) => id === asked.place)?.name,
    author,
  };
  const reading = { locale: actor.locale, now: now(), format: formatter(actor.locale, actor.timeZone), t };

  return (
    <>
      <title>{`${t("search.title")} · Tormenta`}</title>
      <PageHeader title={t("search.title")} lead={t("search.lead")} />
      <div className="beside-filters space-y-5">
        <IdeaFilters shown={asked} ordered={shown} choices={choices} t={t} />
        <ActiveFilters shown={asked} names={names} t={t} />
        {mended && <Mended asked={asked} mended={mended} t={t} />}
        {ideas.length > 0 ? (
          <IdeaList
            ideas={ideas}
            label={t("search.title")}
            here={listPath(asked, cursor && encodeCursor(cursor))}
            {...reading}
          />
        ) : (
          <NoIdeas shown={asked} t={t} />
        )}
        <Pagination previous={previous && listPath(shown, previous)} next={next && listPath(shown, next)} t={t} />
      </div>
    </>
  );
});
