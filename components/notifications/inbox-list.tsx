import { cx } from "class-variance-authority";
import { markReadButton } from "@/lib/notifications/actions";
import type { Line, NewsKind } from "@/lib/notifications/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Button } from "../ui/button";
import { AtSign, Check, type Icon, Inbox, Lightbulb, MessageSquare, Users } from "../ui/icons";
import { Time } from "../ui/time";
import { MovedVote } from "../votes/moved-vote";

const icons: Record<NewsKind, Icon> = {
  own: Lightbulb,
  followed: Users,
  comment: MessageSquare,
  mention: AtSign,
  task: Inbox,
};

/** What somebody was told, newest first. Each line leads to what it tells of, and is read from then on. */
export function InboxList({ lines, ...voice }: { lines: Line[] } & Voice) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {lines.map((line) => (
        <InboxLine key={line.id} line={line} {...voice} />
      ))}
    </ul>
  );
}

function InboxLine({ line, t, format, now }: { line: Line } & Voice) {
  const { id, kind, at, readAt, idea, headline, because, excerpt, actor, movedTo } = line;
  const Kind = icons[kind];
  return (
    <li
      className={cx(
        "relative flex gap-3 px-4 py-3.5 transition-colors hover:bg-sunken sm:gap-4 sm:px-5",
        !readAt && "bg-accent-soft",
      )}
    >
      <span
        aria-hidden
        className={cx(
          "mt-0.5 grid size-9 shrink-0 place-items-center rounded-full [&_svg]:size-4.5",
          readAt ? "bg-sunken text-muted" : "bg-accent text-accent-ink",
        )}
      >
        <Kind />
      </span>
      <div className="min-w-0 flex-1">
        <p className={cx("text-sm", readAt ? "text-muted" : "font-semibold")}>
          {!readAt && <span className="sr-only">{t("notifications.unread")}: </span>}
          {headline}
        </p>
        <h2 className={cx("break-words leading-snug", readAt ? "font-medium" : "font-semibold")}>
          {/* A page of its own, so that the bell above it counts anew. */}
          <a href={`/inbox/${id}`} target="_self" data-step className="after:absolute after:inset-0 hover:underline">
            {idea.title}
          </a>
        </h2>
        {movedTo && <MovedVote ideaId={idea.id} movedTo={movedTo} t={t} />}
        {excerpt && <p className="mt-1 line-clamp-2 break-words text-muted text-sm leading-relaxed">{excerpt}</p>}
        <p className="mt-1.5 flex flex-wrap gap-x-1.5 text-muted text-xs">
          {actor && !headline.includes(actor) && <span>{actor} ·</span>}
          <span>{because} ·</span>
          <Time at={at} now={now} format={format} />
        </p>
      </div>
      {!readAt && (
        <form action={markReadButton} className="relative self-center">
          <input type="hidden" name="notificationId" value={id} />
          <Button
            type="submit"
            variant="ghost"
            size="small"
            shape="icon"
            title={t("notifications.markRead")}
            aria-label={t("notifications.markReadNamed", { title: idea.title })}
          >
            <Check aria-hidden />
          </Button>
        </form>
      )}
    </li>
  );
}
