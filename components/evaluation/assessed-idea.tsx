import type { Assessment } from "@/lib/evaluation/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button";
import { Markdown } from "../ui/markdown";

/**
 * The idea that is being marked: what it says, and whose it is unless that is hidden. Then nothing here leads to a page
 * that would tell.
 */
export function AssessedIdea(props: { assessment: Assessment; readerLocale: string; t: Translate }) {
  const { assessment, readerLocale, t } = props;
  const lang = assessment.language === readerLocale ? undefined : assessment.language;
  return (
    <article className="wrap-anywhere min-w-0 space-y-4 lg:sticky lg:top-22 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto">
      <header className="space-y-2">
        <h1 lang={lang} className="font-bold text-2xl tracking-tight">
          {assessment.title}
        </h1>
        <p className="flex flex-wrap items-center gap-2 text-muted text-sm">
          {assessment.isAuthorHidden ? t("evaluation.authorHidden") : assessment.author?.name}
          {assessment.isOwnTeam && (
            <Badge tone="warning" title={t("evaluation.ownTeamHint")}>
              {t("evaluation.ownTeam")}
            </Badge>
          )}
        </p>
      </header>
      {assessment.body && <Markdown html={markdownToHtml(assessment.body)} lang={lang} />}
      {!assessment.isAuthorHidden && (
        <ButtonLink href={`/ideas/${assessment.ideaId}`} size="small">
          {t("evaluation.ideaText")}
        </ButtonLink>
      )}
    </article>
  );
}
