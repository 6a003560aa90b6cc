import { cx } from "class-variance-authority";
import type { Discussion, Thread } from "@/lib/comments/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { MessagesSquare } from "../ui/icons";
import { CommentEntry } from "./comment-entry";

/** How far an answer stands to the right: less on a phone, where three steps must leave room to read. */
const indents = ["", "ps-5 sm:ps-10", "ps-10 sm:ps-20", "ps-15 sm:ps-30"];

/** Where the lines run that lead down from what is answered: below its picture. */
const rails = ["start-2 sm:start-4", "start-7 sm:start-14", "start-12 sm:start-24"];

/**
 * A comment with the answers to it, in the order in which one reads them.
 *
 * @param wholeThread the address of the page with all answers, for when there are more than shown here
 */
export function CommentThread(
  props: { ideaId: string; thread: Thread; focus: Discussion["focus"]; wholeThread: string } & Voice,
) {
  const { ideaId, thread, focus, wholeThread, ...voice } = props;
  const { starter, answers, moreAnswers } = thread;
  const { t } = voice;
  return (
    <div className="py-1">
      <CommentEntry ideaId={ideaId} comment={starter} focus={focus} {...voice} />
      {answers.length > 0 && (
        <ol>
          {answers.map((answer) => (
            <li key={answer.id} className={cx("relative", indents[answer.depth])}>
              {rails.slice(0, answer.depth).map((rail) => (
                <span key={rail} aria-hidden className={cx("absolute inset-y-0 border-line border-s", rail)} />
              ))}
              <CommentEntry ideaId={ideaId} comment={answer} focus={focus} {...voice} />
            </li>
          ))}
        </ol>
      )}
      {moreAnswers > 0 && (
        <a
          href={wholeThread}
          className="ms-5 inline-flex min-h-compact items-center gap-2 rounded-control font-medium text-accent-text text-sm hover:underline sm:ms-10"
        >
          <MessagesSquare aria-hidden className="size-4" />
          {t("comments.moreAnswers", { count: moreAnswers })}
        </a>
      )}
    </div>
  );
}
