import type { ReactNode } from "react";
import type { Translate } from "@/lib/platform/i18n/translate";
import { SlidersHorizontal } from "../ui/icons";

/**
 * The box around the weights: folded away above the list on a narrow screen, open beside it on a wide one, where the
 * browser lets a closed <details> show what it holds.
 */
export function WeightsCard({ isOpen, t, children }: { isOpen: boolean; t: Translate; children: ReactNode }) {
  return (
    <details
      open={isOpen}
      className="rounded-card border border-line bg-surface px-5 py-3 shadow-card max-lg:order-first lg:py-5 lg:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-control font-semibold">
        <SlidersHorizontal aria-hidden className="size-5 text-muted" />
        {t("evaluation.weights")}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
