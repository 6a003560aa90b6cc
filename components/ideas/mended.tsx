import type { Translate } from "@/lib/platform/i18n/translate";
import type { IdeaPage } from "@/lib/ranking/schema";
import { listPath, type Shown } from "./list-path";

/** Says that other words than those typed were searched for, or offers to. */
export function Mended(props: { asked: Shown; mended: NonNullable<IdeaPage["mended"]>; t: Translate }) {
  const { asked, mended, t } = props;
  if (mended.isApplied) {
    return (
      <p role="status" className="text-muted text-sm">
        {t("search.showingResultsFor", { mended: mended.q, q: asked.q ?? "" })}
      </p>
    );
  }
  return (
    <p role="status" className="text-muted text-sm">
      {t("search.didYouMean")}{" "}
      <a href={listPath({ ...asked, q: mended.q })} className="font-medium text-accent-text underline">
        {mended.q}
      </a>
    </p>
  );
}
