import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/** What the parts of a drawing stand for: each with a small piece of it. */
export function Legend({ parts, className }: { parts: { sample: ReactNode; name: string }[]; className?: string }) {
  return (
    <ul className={cx("mb-3 flex flex-wrap gap-x-5 gap-y-1.5 text-muted text-xs", className)}>
      {parts.map(({ sample, name }) => (
        <li key={name} className="flex items-center gap-2">
          {sample}
          {name}
        </li>
      ))}
    </ul>
  );
}
