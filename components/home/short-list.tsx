import type { ListedIdea } from "@/lib/ranking/schema";
import type { Reading } from "../ideas/idea-card";
import { StatusBadge } from "../ideas/status-badge";
import { Time } from "../ui/time";

/**
 * A few ideas in a box, each in two lines: what it says, and where it stands.
 *
 * @param seen where this is, for components/shell/sightings.ts: the kind of list, its order, how many come before
 */
export function ShortList({ ideas, seen, locale, now, format, t }: { ideas: ListedIdea[]; seen?: string } & Reading) {
  return (
    <ul
      data-seen={seen}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card"
    >
      {ideas.map((idea) => (
        <li key={idea.id} className="relative px-4 py-3.5 transition-colors hover:bg-sunken/60">
          <p lang={idea.language === locale ? undefined : idea.language} className="font-medium text-sm leading-snug">
            <a
              href={`/ideas/${idea.id}`}
              data-step
              className="line-clamp-2 after:absolute after:inset-0 hover:underline"
            >
              {idea.title}
            </a>
          </p>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-muted text-xs">
            <StatusBadge status={idea.status} t={t} />
            <span>{t("votes.count", { votes: idea.votes })}</span>
            <span>{t("search.comments", { count: idea.comments })}</span>
            <Time at={idea.submittedAt} now={now} format={format} />
          </p>
        </li>
      ))}
    </ul>
  );
}
