import { comparePath, type ShownSheet } from "@/lib/comparisons/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { buttonStyle } from "../ui/button-style";
import { Undo2 } from "../ui/icons";
import { KeyHint } from "./pair-keys";

/** How many pairs one has compared today, and the way back to the last. */
export function PairProgress(props: { sheet: ShownSheet; categoryId: string | null; hasKeys: boolean }) {
  const { sheet, categoryId, hasKeys } = props;
  const t = useTranslations();
  if (!sheet.last && sheet.today === 0) return null;
  return (
    <div className="flex min-h-compact flex-wrap items-center justify-center gap-x-4 gap-y-1 text-muted text-sm">
      {sheet.today > 0 && <p>{t("comparisons.today", { count: sheet.today })}</p>}
      {sheet.last && (
        <a
          href={comparePath({ categoryId, again: sheet.last })}
          data-key="u"
          className={buttonStyle({ variant: "ghost", size: "small" })}
        >
          <Undo2 aria-hidden />
          {t("comparisons.again")}
          {hasKeys && <KeyHint name="u" />}
        </a>
      )}
    </div>
  );
}
