import { cx } from "class-variance-authority";
import { CornerDownRight, MessageSquareReply, Pencil, Trash2 } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Markdown } from "@/components/ui/markdown";
import { Time } from "@/components/ui/time";
import { type Answer, type Comment, commentPath } from "@/lib/comments/schema";
import type { formatter, Translate } from "@/lib/platform/i18n/translate";
import { CommentForm } from "./comment-form";
import { Deed } from "./deed";
import { DeleteCommentForm } from "./delete-comment-form";
import { EditCommentForm } from "./edit-comment-form";

/** What every part of a discussion needs in order to say something. */
export type Voice = { t: Translate; format: ReturnType<typeof formatter>; now: Date };

/**
 * One comment: who, when, what, and what the reader may do with it.
 *
 * @param isFocus whether a permalink leads here
 */
export function CommentEntry(props: { ideaId: string; comment: Comment | Answer; isFocus: boolean } & Voice) {
  const { ideaId, comment, isFocus, t, format, now } = props;
  const name = comment.author?.name ?? t("comments.nobody");
  return (
    <article
      id={`comment-${comment.id}`}
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
          <Deeds {...props} name={name} />
        </>
      )}
    </article>
  );
}

/** Whom an answer answers: written out where the indentation does not show it, and always for screen readers. */
function InReplyTo({ answer, t }: { answer: Answer } & Pick<Voice, "t">) {
  const { author, isDeleted } = answer.inReplyTo;
  const to = isDeleted
    ? t("comments.inReplyToDeleted")
    : t("comments.inReplyTo", { name: author?.name ?? t("comments.nobody") });
  return (
    <span className={answer.isApart ? "inline-flex min-w-0 items-center gap-1" : "sr-only"}>
      <CornerDownRight aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{to}</span>
    </span>
  );
}

function Deeds({ ideaId, comment, name, t }: { ideaId: string; comment: Comment; name: string } & Voice) {
  const group = `deeds-${comment.id}`;
  const cancel = t("comments.cancel");
  return (
    <div className="-mx-2 mt-1 flex flex-wrap items-start gap-x-1">
      {comment.mayAnswer && (
        <Deed
          name={group}
          word={t("comments.answer")}
          label={t("comments.answerTo", { name })}
          cancel={cancel}
          icon={<MessageSquareReply aria-hidden />}
        >
          <CommentForm ideaId={ideaId} parentId={comment.id} firstKey={crypto.randomUUID()} />
        </Deed>
      )}
      {comment.source !== null && (
        <Deed name={group} word={t("comments.edit")} cancel={cancel} icon={<Pencil aria-hidden />}>
          <EditCommentForm commentId={comment.id} source={comment.source} />
        </Deed>
      )}
      {comment.mayDelete && (
        <Deed name={group} word={t("comments.delete")} cancel={cancel} icon={<Trash2 aria-hidden />} isDanger>
          <DeleteCommentForm commentId={comment.id} />
        </Deed>
      )}
    </div>
  );
}
