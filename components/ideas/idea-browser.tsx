"use client";

import type { Choices } from "@/lib/ideas/schema";
import { useVoice } from "@/lib/platform/i18n/use-translations";
import type { IdeaPage } from "@/lib/ranking/schema";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { ActiveFilters, type FilterNames } from "./active-filters";
import { CompareLink } from "./compare-link";
import type { CardIdea } from "./idea-card";
import { IdeaFilters } from "./idea-filters";
import { IdeaList } from "./idea-list";
import { listPath, type Shown } from "./list-path";
import { Mended } from "./mended";
import { NoIdeas } from "./no-ideas";

/**
 * The ideas of the portal, with everything by which they are searched, narrowed and put in order.
 *
 * It gets data and draws for itself: what a page hands over as drawn elements is sent twice and costs ten times as much.
 *
 * @param asked what the address says
 * @param here the page of the list that is shown, as a cursor
 */
export function IdeaBrowser(props: {
  asked: Shown;
  here?: string;
  list: Omit<IdeaPage, "ideas"> & { ideas: CardIdea[] };
  choices: Choices;
  names: FilterNames;
  mayCompare: boolean;
}) {
  const { asked, here, list, choices, names, mayCompare } = props;
  const { ideas, before, facets, mended, next, previous } = list;
  const voice = useVoice();
  const { t } = voice;
  const shown = mended?.isApplied ? { ...asked, q: mended.q } : asked;
  return (
    <>
      <PageHeader
        title={t("search.title")}
        lead={t("search.lead")}
        actions={mayCompare && <CompareLink categoryId={asked.category} className="max-sm:hidden" />}
      />
      <div className="beside-filters space-y-5">
        <IdeaFilters
          shown={asked}
          ordered={shown}
          choices={choices}
          facets={facets}
          mayCompare={mayCompare}
          {...voice}
        />
        <ActiveFilters shown={asked} names={names} t={t} />
        {mended && <Mended asked={asked} mended={mended} t={t} />}
        {ideas.length > 0 ? (
          <IdeaList
            ideas={ideas}
            label={t("search.title")}
            here={listPath(asked, here)}
            place={shown.q ? "search" : "list"}
            order={shown.order}
            before={before}
            {...voice}
          />
        ) : (
          <NoIdeas shown={asked} t={t} />
        )}
        <Pagination previous={previous && listPath(shown, previous)} next={next && listPath(shown, next)} t={t} />
      </div>
    </>
  );
}
