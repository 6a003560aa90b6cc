import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "./button";
import { ArrowLeft, ArrowRight } from "./icons";

/**
 * Links to the page before and the page after; absent at the ends, and nothing at all when there is one page.
 *
 * Components without "use client" that say something of their own take `t`: the page's translator on the server,
 * `useTranslations()` in the browser. So the same component works on both sides.
 */
export function Pagination({ previous, next, t }: { previous?: string | null; next?: string | null; t: Translate }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("ui.pages")} className="flex justify-between gap-3 pt-2">
      {previous ? (
        <ButtonLink href={previous} rel="prev">
          <ArrowLeft aria-hidden />
          {t("ui.previousPage")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {next && (
        <ButtonLink href={next} rel="next">
          {t("ui.nextPage")}
          <ArrowRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
