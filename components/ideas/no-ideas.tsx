import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Lightbulb, SearchX } from "../ui/icons";
import { listPath, type Shown } from "./list-path";

/** Instead of a list without ideas: why there are none, and what to do about it. */
export function NoIdeas({ shown, t }: { shown: Shown; t: Translate }) {
  const everything = listPath({
    order: shown.order === "relevant" || shown.order === "discover" ? "new" : shown.order,
  });
  const isNarrowed = listPath(shown) !== everything;
  const propose = (
    <ButtonLink href="/ideas/new" variant="primary">
      {t("shell.newIdea")}
    </ButtonLink>
  );
  if (!isNarrowed) {
    return (
      <EmptyState icon={<Lightbulb />} title={t("search.noneYet")} action={propose}>
        {t("search.noneYetText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={shown.q ? t("search.nothingFound", { q: shown.q }) : t("search.nothingMatches")}
      action={
        <>
          <ButtonLink href={everything}>{t("search.showAll")}</ButtonLink>
          {propose}
        </>
      }
    >
      {t("search.nothingFoundText")}
    </EmptyState>
  );
}
