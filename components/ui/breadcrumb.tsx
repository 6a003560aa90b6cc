import type { Translate } from "@/lib/platform/i18n/translate";
import { ChevronRight } from "./icons";

/** Where this page lies: links to the pages above it, then its own name, which leads nowhere. */
export function Breadcrumb({
  above,
  here,
  t,
}: {
  above: { href: string; label: string }[];
  here: string;
  t: Translate;
}) {
  return (
    <nav aria-label={t("ui.breadcrumb")} className="text-muted text-sm">
      <ol className="flex items-center gap-1.5">
        {above.map(({ href, label }) => (
          <li key={href} className="flex min-w-0 items-center gap-1.5">
            <a href={href} className="block max-w-[40ch] truncate rounded leading-6 hover:text-ink hover:underline">
              {label}
            </a>
            <ChevronRight aria-hidden className="size-3.5 shrink-0" />
          </li>
        ))}
        <li aria-current="page" className="max-w-[40ch] shrink-0 truncate text-ink">
          {here}
        </li>
      </ol>
    </nav>
  );
}
