import { skips } from "@/lib/comparisons/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { buttonStyle } from "../ui/button-style";
import { KeyHint } from "./pair-keys";

/** Why one prefers neither: each reason is one press. */
export function SkipRow({ isBusy, hasKeys }: { isBusy: boolean; hasKeys: boolean }) {
  const t = useTranslations();
  return (
    <fieldset className="flex flex-wrap items-center justify-center gap-x-2 gap-y-2">
      <legend className="float-left me-1 text-muted text-sm max-sm:w-full max-sm:text-center">
        {t("comparisons.neither")}
      </legend>
      {skips.map((reason, n) => (
        <button
          key={reason}
          type="submit"
          name="answer"
          value={reason}
          data-key={n + 1}
          aria-disabled={isBusy || undefined}
          className={buttonStyle({ size: "small", className: "rounded-full" })}
        >
          {hasKeys && <KeyHint name={String(n + 1)} />}
          {t(`comparisons.skip_${reason}`)}
        </button>
      ))}
    </fieldset>
  );
}
