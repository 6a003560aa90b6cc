import { MOST_COUNTED, type Neighbours, type Queue } from "@/lib/desk/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { ArrowLeft, ArrowRight } from "../ui/icons";
import { deskPath, queuePath } from "./desk-path";

/** From one idea of a queue to the next, and how many are still to come. */
export function DeskSteps({ queue, neighbours, t }: { queue: Queue; neighbours: Neighbours; t: Translate }) {
  const { previous, next, rest } = neighbours;
  const count = rest > MOST_COUNTED ? `${MOST_COUNTED}+` : String(rest);
  return (
    <nav aria-label={t("desk.steps")} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
      <a
        href={queuePath(queue)}
        data-key="u"
        aria-keyshortcuts="u"
        className="inline-flex min-h-8 items-center gap-2 rounded text-muted hover:text-ink hover:underline [&_svg]:size-4"
      >
        <ArrowLeft aria-hidden />
        {t("desk.backToQueue")}
      </a>
      <div className="flex items-center gap-2">
        <span className="text-muted tabular-nums">{t("desk.rest", { count, rest })}</span>
        {previous && (
          <ButtonLink href={deskPath(previous, queue)} size="small" data-key="k" aria-keyshortcuts="k" rel="prev">
            <ArrowLeft aria-hidden />
            <span className="max-sm:sr-only">{t("desk.previous")}</span>
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={deskPath(next, queue)} size="small" data-key="j" aria-keyshortcuts="j" rel="next">
            <span className="max-sm:sr-only">{t("desk.next")}</span>
            <ArrowRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
