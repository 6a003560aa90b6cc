import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { Time } from "../ui/time";

/** Who wrote an idea and when, and that it was changed since, with the way to what changed. */
export function Byline({ idea, t, format, now }: { idea: Idea } & Voice) {
  const { author, submittedAt, createdAt, editedAt, version } = idea;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
      {author ? (
        <>
          <Avatar name={author.name} size="small" />
          <span className="font-medium text-ink">{author.name}</span>
        </>
      ) : (
        <span>{t("ideas.authorNotPublished")}</span>
      )}
      <Dot />
      <a href={`/ideas/${idea.id}`} title={t("ideas.permalink")} className="rounded hover:text-ink hover:underline">
        <Time at={submittedAt ?? createdAt} now={now} format={format} />
      </a>
      {editedAt && version > 1 && (
        <>
          <Dot />
          <span>
            {t("ideas.edited")} <Time at={editedAt} now={now} format={format} />
          </span>
          <a href={`/ideas/${idea.id}/history`} className="rounded font-medium text-accent-text hover:underline">
            {t("ideas.seeHistory")}
          </a>
        </>
      )}
    </div>
  );
}

const Dot = () => <span aria-hidden>·</span>;
