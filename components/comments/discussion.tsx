import type { Discussion as DiscussionData } from "@/lib/comments/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";
import { ButtonLink } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { ArrowLeft, PenLine } from "../ui/icons";
import { Pagination } from "../ui/pagination";
import { Segmented } from "../ui/segmented";
import { CommentForm } from "./comment-form";
import { CommentThread } from "./comment-thread";

/** With more threads than this, the form at the end needs a way there. Chosen by us. */
const LONG = 3;

/** What people say about an idea, and where one says something oneself. Takes what `findDiscussion` answers. */
export function Discussion({ discussion, ...voice }: { discussion: DiscussionData } & Voice) {
  const { ideaId, count, order, thread, focus, threads, previous, next, hindrance, isFollowing } = discussion;
  const { t } = voice;
  const title = count > 0 ? t("comments.count", { count }) : t("comments.title");
  const orders = { oldest: t("comments.oldest"), newest: t("comments.newest") };
  const here = (view: Record<string, string | null>) => addressOf(ideaId, { order, thread, ...view });

  return (
    <section id="discussion" aria-labelledby="discussion-title" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="discussion-title" className="font-semibold text-lg tracking-tight">
          {thread ? t("comments.onlyThread") : title}
        </h2>
        {thread ? (
          <ButtonLink href={here({ thread: null, comment: thread })} size="small" variant="ghost">
            <ArrowLeft aria-hidden />
            {t("comments.allComments")}
          </ButtonLink>
        ) : (
          count > 1 && (
            <Segmented
              label={t("comments.order")}
              tabs={Object.entries(orders).map(([each, label]) => ({
                href: here({ order: each }),
                label,
                current: each === order,
              }))}
            />
          )
        )}
      </div>

      {!hindrance && !thread && threads.length > LONG && (
        <a href="#write" className={buttonStyle({ size: "small" })}>
          <PenLine aria-hidden />
          {t("comments.writeOne")}
        </a>
      )}
      {threads.length > 0 ? (
        <ol className="divide-y divide-line">
          {threads.map((each) => (
            <li key={each.starter.id}>
              <CommentThread
                ideaId={ideaId}
                thread={each}
                focus={focus}
                wholeThread={here({ thread: each.starter.id })}
                {...voice}
              />
            </li>
          ))}
        </ol>
      ) : (
        !hindrance && <p className="text-muted">{t("comments.beFirst")}</p>
      )}
      <Pagination previous={previous && here({ before: previous })} next={next && here({ after: next })} t={t} />

      {hindrance ? (
        <Banner tone="info">{t(hindrance)}</Banner>
      ) : (
        !thread && (
          <div id="write" className="space-y-2 pt-2">
            <CommentForm ideaId={ideaId} firstKey={crypto.randomUUID()} />
            {!isFollowing && <p className="text-muted text-sm">{t("comments.willFollow")}</p>}
          </div>
        )
      )}
    </section>
  );
}

/** The address of a part of the discussion; what is usual is left out. */
function addressOf(ideaId: string, view: Record<string, string | null>): string {
  const wanted = Object.entries(view).filter(([name, value]) => value && !(name === "order" && value === "oldest"));
  const query = new URLSearchParams(wanted as [string, string][]);
  return `/ideas/${ideaId}${query.size > 0 ? `?${query}` : ""}#discussion`;
}
