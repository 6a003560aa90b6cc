import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "./icons";

const bannerStyle = cva("flex items-start gap-3 rounded-card px-4 py-3 text-sm leading-relaxed", {
  variants: {
    tone: {
      info: "bg-accent-soft text-accent-text",
      success: "bg-success-soft text-success-text",
      warning: "bg-warning-soft text-warning-text",
      error: "bg-danger-soft text-danger-text",
    },
  },
});

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert };

/** A message above what it is about. Errors are read out at once, the rest when there is a pause. */
export function Banner({ tone, children }: { tone: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div role={tone === "error" ? "alert" : "status"} className={bannerStyle({ tone })}>
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
