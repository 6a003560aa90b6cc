import type { Idea } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Merge } from "../ui/icons";

/** The ideas that said the same and were merged into this one. */
export function DuplicateList({ duplicates, t }: { duplicates: Idea["duplicates"]; t: Translate }) {
  if (duplicates.length === 0) return null;
  return (
    <section aria-labelledby="duplicates">
      <h2 id="duplicates" className="flex items-center gap-2 font-semibold text-lg tracking-tight">
        <Merge aria-hidden className="size-4.5 text-muted" />
        {t("ideas.duplicates")}
      </h2>
      <p className="mt-1 text-muted text-sm">{t("ideas.duplicatesLead", { count: duplicates.length })}</p>
      <ul className="mt-2 list-disc space-y-1 ps-5 marker:text-muted">
        {duplicates.map(({ id, title, comments }) => (
          <li key={id}>
            <a href={`/ideas/${id}`} className="text-accent-text hover:underline">
              {title}
            </a>
            {comments > 0 && (
              <>
                {" · "}
                <a href={`/ideas/${id}#discussion`} className="text-muted text-sm hover:underline">
                  {t("comments.count", { count: comments })}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
