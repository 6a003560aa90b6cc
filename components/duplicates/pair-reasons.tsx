import type { Pair } from "@/lib/duplicates/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";

/** Why two ideas are proposed: how alike they are, the words that both use, whose they are and where. */
export function PairReasons({ pair, t }: { pair: Pair; t: Translate }) {
  const { score, isProbablySame, shared, isByOne, isAtOnePlace, one } = pair;
  return (
    <section aria-labelledby="why" className="rounded-card bg-sunken px-4 py-3 text-sm">
      <h2 id="why" className="sr-only">
        {t("duplicates.why")}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {isProbablySame && <Badge tone="accent">{t("duplicates.probablySame")}</Badge>}
        <span>{t("duplicates.alike", { percent: Math.round(score * 100) })}</span>
        {shared.length > 0 && <span>{t("duplicates.sharedWords", { words: shared.join(", ") })}</span>}
        {isByOne && <span>{t("duplicates.byOne", { name: one.author?.name ?? "" })}</span>}
        {isAtOnePlace && <span>{t("duplicates.atOnePlace", { place: one.place?.name ?? "" })}</span>}
      </p>
    </section>
  );
}
