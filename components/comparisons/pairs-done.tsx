import { comparePath, type ShownSheet } from "@/lib/comparisons/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Scale } from "../ui/icons";
import { PairProgress } from "./pair-progress";

/** What stands where no pair is left. */
export function PairsDone({ sheet, categoryId }: { sheet: ShownSheet; categoryId: string | null }) {
  const t = useTranslations();
  return (
    <div role="status" className="space-y-5">
      <EmptyState
        icon={<Scale />}
        title={t(categoryId ? "comparisons.doneAmong" : "comparisons.done")}
        action={
          <>
            {categoryId && (
              <ButtonLink href={comparePath({ categoryId: null })} variant="primary">
                {t("comparisons.all")}
              </ButtonLink>
            )}
            <ButtonLink href="/ideas">{t("comparisons.toIdeas")}</ButtonLink>
          </>
        }
      >
        <p>{t("comparisons.doneHint")}</p>
      </EmptyState>
      <PairProgress sheet={sheet} categoryId={categoryId} hasKeys={false} />
    </div>
  );
}
