import { type ReactNode, useId } from "react";
import { ArrowRight } from "../ui/icons";

/** A part of the start page, with the way to all of it. */
export function HomeSection(props: { title: string; all?: { href: string; label: string }; children: ReactNode }) {
  const { title, all, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-3">
      <div className="flex items-center justify-between gap-4">
        <h2 id={id} className="font-semibold text-lg tracking-tight">
          {title}
        </h2>
        {all && (
          <a
            href={all.href}
            className="inline-flex min-h-6 pointer-coarse:min-h-11 items-center gap-1 whitespace-nowrap text-accent-text text-sm hover:underline"
          >
            {all.label}
            <ArrowRight aria-hidden className="size-4" />
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
