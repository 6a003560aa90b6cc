import type { Locale } from "@/lib/platform/i18n/locales";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Voice } from "@/lib/platform/i18n/translate";
import type { Order } from "@/lib/ranking/orders";
import type { ListedIdea } from "@/lib/ranking/schema";
import { Avatar } from "../ui/avatar";
import { Bookmark, MessageSquare, Users } from "../ui/icons";
import { Time } from "../ui/time";
import { VoteButton } from "../votes/vote-button";
import { listPath } from "./list-path";
import { MarkedText } from "./marked-text";
import { StatusBadge } from "./status-badge";
import { WhyHere } from "./why-here";

/** What the reader's page knows and every card needs. */
export type Reading = { locale: Locale } & Voice;

/** An idea and why the reader may not vote for it, if so. */
export type CardIdea = ListedIdea & { hindrance: MessageKey | null };

/**
 * An idea in a list: what it says, who said it, where it stands, and the vote. The whole card leads to it.
 *
 * @param here the path of the list, to come back to after voting without JavaScript
 * @param order the order of the list, which says why it stands where it does
 */
export function IdeaCard({ idea, here, order, ...reading }: { idea: CardIdea; here: string; order: Order } & Reading) {
  const { locale, t } = reading;
  const lang = idea.language === locale ? undefined : idea.language;
  const { votes, mine } = idea;
  return (
    <article className="relative flex gap-4 rounded-card border border-line bg-surface p-4 shadow-card transition-shadow hover:shadow-raised sm:p-5">
      <div data-vote className="relative z-1">
        <VoteButton ideaId={idea.id} tally={{ votes, mine }} hindrance={idea.hindrance} next={here} size="small" />
      </div>
      <div className="min-w-0 flex-1">
        <p className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
          <StatusBadge status={idea.status} t={t} />
          {idea.category && <span>{idea.category.name}</span>}
        </p>
        <h2 lang={lang} className="font-semibold leading-snug tracking-tight sm:text-lg">
          <a
            href={`/ideas/${idea.id}`}
            data-step
            className="after:absolute after:inset-0 after:rounded-card hover:underline"
          >
            {idea.found ? <MarkedText pieces={idea.found.title} /> : idea.title}
          </a>
        </h2>
        {idea.excerpt && (
          <p lang={lang} className="mt-1 line-clamp-3 text-muted text-sm leading-relaxed sm:line-clamp-2">
            {idea.found ? <MarkedText pieces={idea.found.excerpt} /> : idea.excerpt}
          </p>
        )}
        <CardFacts idea={idea} order={order} {...reading} />
      </div>
    </article>
  );
}

/** More tags than these are for the idea's own page. */
const MOST_TAGS = 3;

function CardFacts({ idea, order, now, format, t }: { idea: CardIdea; order: Order } & Reading) {
  const where = [idea.department?.name, idea.place?.name].filter(Boolean).join(" · ");
  const tags = idea.tags.filter((tag) => tag !== idea.category?.name.toLowerCase());
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted text-xs [&_svg]:size-3.5">
      {idea.author && (
        <a
          href={listPath({ author: idea.author.id })}
          className="relative z-1 inline-flex min-h-6 items-center gap-1.5 hover:text-ink hover:underline"
        >
          <Avatar name={idea.author.name} size="small" />
          {idea.author.name}
        </a>
      )}
      <Time at={idea.submittedAt} now={now} format={format} />
      {where && <span className="truncate">{where}</span>}
      <span className="inline-flex items-center gap-1.5">
        <MessageSquare aria-hidden />
        {t("search.comments", { count: idea.comments })}
      </span>
      {idea.supporters > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <Users aria-hidden />
          {t("search.supporters", { count: idea.supporters })}
        </span>
      )}
      {idea.isFollowed && (
        <span className="inline-flex items-center gap-1.5">
          <Bookmark aria-hidden />
          {t("search.followed")}
        </span>
      )}
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <a
          key={tag}
          href={listPath({ tag })}
          className="relative z-1 inline-flex min-h-6 items-center max-sm:hidden hover:text-ink hover:underline"
        >
          #{tag}
        </a>
      ))}
      <WhyHere idea={idea} order={order} t={t} format={format} />
    </div>
  );
}
