import { discardDraftButton } from "@/lib/ideas/actions";
import type { Draft } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Button, ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { NotebookPen, Trash2 } from "../ui/icons";
import { Time } from "../ui/time";

/** What somebody has begun to write: each leads back into the form, and can be thrown away. */
export function DraftList(props: { drafts: Draft[] } & Voice) {
  const { drafts, t, format, now } = props;
  if (drafts.length === 0)
    return (
      <EmptyState
        icon={<NotebookPen />}
        title={t("ideas.draftsEmpty")}
        action={
          <ButtonLink href="/ideas/new" variant="spark">
            {t("ideas.newTitle")}
          </ButtonLink>
        }
      >
        {t("ideas.draftsEmptyText")}
      </EmptyState>
    );

  return (
    <ul className="space-y-3">
      {drafts.map((draft) => {
        const title = draft.title || t("ideas.untitledDraft");
        return (
          <li key={draft.id}>
            <Card className="relative flex items-start gap-4 transition-shadow hover:shadow-raised">
              <div className="min-w-0 flex-1">
                <h2 className="break-words font-semibold">
                  <a
                    href={`/ideas/new?draft=${draft.id}`}
                    data-step
                    className="rounded after:absolute after:inset-0 after:rounded-card"
                  >
                    {title}
                  </a>
                </h2>
                {draft.opening && <p className="mt-1 line-clamp-2 break-words text-muted text-sm">{draft.opening}</p>}
                <p className="mt-2 text-muted text-xs">
                  {t("ideas.draftTouched")} <Time at={draft.touchedAt} now={now} format={format} />
                </p>
              </div>
              <form action={discardDraftButton} className="relative">
                <input type="hidden" name="ideaId" value={draft.id} />
                <Button type="submit" variant="ghost" size="small" aria-label={t("ideas.discardDraftNamed", { title })}>
                  <Trash2 aria-hidden />
                  <span className="max-sm:sr-only">{t("ideas.discardDraft")}</span>
                </Button>
              </form>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
