import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import type { Thread } from "@/lib/comments/schema";
import { CommentEntry, type Voice } from "./comment-entry";

/** How far an answer stands to the right: less on a phone, where three steps must leave room to read. */
const indents: Record<number, string> = { 1: "ms-4 sm:ms-10", 2: "ms-8 sm:ms-20", 3: "ms-12 sm:ms-30" };

/**
 * A comment with the answers to it, in the order in which one reads them.
 *
 * @param wholeThread the address of the page with all answers, for when there are more than shown here
 */
export function CommentThread(
  props: { ideaId: string; thread: Thread; focus: string | null; wholeThread: string } & Voice,
) {
  const { ideaId, thread, focus, wholeThread, ...voice } = props;
  const { starter, answers, moreAnswers } = thread;
  const { t } = voice;
  return (
    <div className="py-1">
      <CommentEntry ideaId={ideaId} comment={starter} isFocus={focus === starter.id} {...voice} />
      {answers.length > 0 && (
        <ol>
          {answers.map((answer) => (
            <li key={answer.id} className={`${indents[answer.depth]} border-line border-s ps-4`}>
              <CommentEntry ideaId={ideaId} comment={answer} isFocus={focus === answer.id} {...voice} />
            </li>
          ))}
        </ol>
      )}
      {moreAnswers > 0 && (
        <Link
          href={wholeThread}
          className="ms-4 inline-flex min-h-8 items-center gap-2 rounded-control font-medium text-accent-text text-sm hover:underline sm:ms-10"
        >
          <MessagesSquare aria-hidden className="size-4" />
          {t("comments.moreAnswers", { count: moreAnswers })}
        </Link>
      )}
    </div>
  );
}
