import type { Idea } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { ExternalLink } from "../ui/icons";

const linkStyle = "inline-flex items-center gap-1 rounded font-medium text-accent-text hover:underline";

/** Where an imported idea comes from, in the words its licence asks for. */
export function IdeaSource({ idea: { source, originalUrl }, t }: { idea: Idea; t: Translate }) {
  if (!source) return null;
  return (
    <section aria-labelledby="source" className="rounded-card bg-sunken p-4 text-sm leading-relaxed wrap-anywhere">
      <h2 id="source" className="font-semibold">
        {t("ideas.sourceHeading")}
      </h2>
      <p className="mt-1">{t("ideas.imported", { source: source.title })}</p>
      <p className="mt-1 text-muted text-xs">{source.attribution}</p>
      <p className="text-muted text-xs">{t("ideas.licence", { licence: source.licence })}</p>
      {(originalUrl ?? source.url) && (
        <a
          href={originalUrl ?? source.url ?? ""}
          rel="noopener noreferrer"
          target="_blank"
          className={`mt-2 ${linkStyle}`}
        >
          {t("ideas.original")}
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      )}
    </section>
  );
}
