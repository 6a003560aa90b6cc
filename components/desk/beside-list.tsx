import type { Idea } from "@/lib/ideas/schema";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import { StatusBadge } from "../ideas/status-badge";

type Beside = Pick<Idea, "id" | "title" | "status" | "language">;

/** Other ideas to know of before one decides: by title and what became of them. */
export function BesideList(props: { title: string; ideas: Beside[]; locale: Locale; t: Translate }) {
  const { title, ideas, locale, t } = props;
  if (ideas.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold text-sm">{title}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {ideas.map(({ id, title, status, language }) => (
          <li key={id} className="flex items-start justify-between gap-3 px-4 py-2.5 text-sm">
            <a
              href={`/ideas/${id}`}
              lang={language === locale ? undefined : language}
              className="min-w-0 rounded hover:text-accent-text hover:underline"
            >
              {title}
            </a>
            <StatusBadge status={status} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}
