import type { Translate } from "@/lib/platform/i18n/translate";
import type { Unit } from "@/lib/settings/schema";
import { AmongMenu } from "./among-menu";

/** What the page asks, and among which ideas. Low, so that a phone has room for both ideas below. */
export function CompareHeader({ among, categories, t }: { among?: Unit; categories: Unit[]; t: Translate }) {
  return (
    <header className="mb-4 sm:mb-6">
      <div className="flex items-center justify-between gap-3">
        <h1 className="min-w-0 font-bold text-2xl tracking-tight sm:text-3xl">{t("comparisons.title")}</h1>
        <AmongMenu among={among} categories={categories} t={t} />
      </div>
      <p className="mt-1 text-muted max-sm:text-sm">{t("comparisons.lead")}</p>
    </header>
  );
}
