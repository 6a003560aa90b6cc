import { cx } from "class-variance-authority";
import { type Answer, type Comment, commentPath, type Discussion } from "@/lib/comments/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { CornerDownRight } from "../ui/icons";
import { Markdown } from "../ui/markdown";
import { Time } from "../ui/time";
import { CommentDeeds } from "./comment-deeds";

/**
 * One comment: who, when, what, and what the reader may do with it.
 *
 * @param focus the comment that the reader came for: highlighted, with the form open that the address asks for
 */
export function CommentEntry(props: { ideaId: string; comment: Comment | Answer; focus: Discussion["focus"] } & Voice) {
  const { ideaId, comment, focus, t, format, now } = props;
  const isFocus = focus?.id === comment.id;
  const opened = isFocus && focus.deed ? { deed: focus.deed, key: crypto.randomUUID() } : null;
  const name = comment.author?.name ?? t("comments.nobody");
  return (
    <article
      id={`comment-${comment.id}`}
      tabIndex={-1}
      data-step
      aria-label={comment.isDeleted ? t("comments.deleted") : name}
      className={cx("-mx-3 rounded-card px-3 py-3 transition-colors target:bg-spark-soft", isFocus && "bg-spark-soft")}
    >
      {comment.isDeleted ? (
        <p className="text-muted text-sm italic">{t("comments.deleted")}</p>
      ) : (
        <>
          <header className="flex items-start gap-2.5">
            <Avatar name={comment.author ? name : "?"} />
            <div className="min-w-0 text-sm leading-snug">
              <p className="break-words font-semibold">{name}</p>
              <p className="flex flex-wrap gap-x-1.5 text-muted text-xs leading-5">
                <a href={commentPath({ ideaId, commentId: comment.id })} className="hover:underline">
                  <Time at={comment.createdAt} now={now} format={format} />
                </a>
                {comment.editedAt && <span>· {t("comments.edited")}</span>}
                {"inReplyTo" in comment && <InReplyTo answer={comment} t={t} />}
              </p>
            </div>
          </header>
          <Markdown html={comment.html} className="mt-2 break-words [overflow-wrap:anywhere]" />
          <CommentDeeds ideaId={ideaId} comment={deedsOf(comment)} name={name} opened={opened} />
        </>
      )}
    </article>
  );
}

/** Only what the browser needs of it: everything handed over is sent a second time. */
const deedsOf = ({ id, source, mayAnswer, mayDelete }: Comment) => ({ id, source, mayAnswer, mayDelete });

/** Whom an answer answers: written out where the indentation does not show it, and always for screen readers. */
function InReplyTo({ answer, t }: { answer: Answer } & Pick<Voice, "t">) {
  const { author, isDeleted } = answer.inReplyTo;
  const to = isDeleted
    ? t("comments.inReplyToDeleted")
    : t("comments.inReplyTo", { name: author?.name ?? t("comments.nobody") });
  return (
    <span className={answer.isApart ? "inline-flex min-w-0 items-center gap-1" : "sr-only"}>
      {answer.isApart && <CornerDownRight aria-hidden className="size-3.5 shrink-0" />}
      <span className="min-w-0 break-words">{to}</span>
    </span>
  );
}
