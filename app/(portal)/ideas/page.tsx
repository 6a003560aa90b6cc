import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { IdeaBrowser } from "@/components/ideas/idea-browser";
import { listPath } from "@/components/ideas/list-path";
import { can } from "@/lib/access/authorize";
import { listChoices } from "@/lib/ideas/queries";
import { translator } from "@/lib/platform/i18n/translate";
import { encodeCursor } from "@/lib/ranking/cursor";
import { listIdeas } from "@/lib/ranking/list-ideas";
import { listAddress } from "@/lib/ranking/schema";
import { nameOfAuthor } from "@/lib/search/queries";
import { voteHindrance } from "@/lib/votes/hindrance";

export default page(listAddress, async (actor, { cursor, limit, ...asked }) => {
  const [list, choices, author] = await Promise.all([
    // A list that nobody searches is short work; counting all there is would be the longest part of it.
    listIdeas(actor, { ...asked, cursor, limit, facets: asked.q ? "yes" : undefined }),
    listChoices(actor),
    nameOfAuthor(actor, asked),
  ]);
  // The page that a link was made for may have emptied since.
  if (cursor && list.ideas.length === 0) redirect(listPath(asked));
  const ideas = list.ideas.map((idea) => ({ ...idea, hindrance: voteHindrance(actor, idea) }));
  const names = {
    category: choices.categories.find(({ id }) => id === asked.category)?.name,
    department: choices.departments.find(({ id }) => id === asked.department)?.name,
    place: choices.places.find(({ id }) => id === asked.place)?.name,
    author,
  };

  return (
    <>
      <title>{`${translator(actor.locale)("search.title")} · Tormenta`}</title>
      <IdeaBrowser
        asked={asked}
        here={cursor && encodeCursor(cursor)}
        list={{ ...list, ideas }}
        choices={choices}
        names={names}
        mayCompare={can(actor, "idea.compare")}
      />
    </>
  );
});
