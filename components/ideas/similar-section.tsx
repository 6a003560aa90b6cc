import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import type { SimilarIdea } from "@/lib/search/schema";
import { SimilarItem } from "./similar-item";

/** The ideas that are like the one a reader is looking at. */
export function SimilarSection(props: { ideas: SimilarIdea[]; locale: Locale } & Pick<Voice, "t" | "format">) {
  const { ideas, locale, t, format } = props;
  if (ideas.length === 0) return null;
  return (
    <section aria-labelledby="similar">
      <h2 id="similar" className="mb-2 font-semibold text-sm">
        {t("similar.title")}
      </h2>
      <ul
        data-seen="similar similar 0"
        className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
      >
        {ideas.map((idea) => (
          <SimilarItem key={idea.ideaId} idea={idea} locale={locale} t={t} format={format} />
        ))}
      </ul>
    </section>
  );
}
