import { cx } from "class-variance-authority";
import type { Revision } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Time } from "../ui/time";

/** The edits of an idea, newest first, each leading to what it changed. */
export function VersionList(props: { ideaId: string; revisions: Revision[]; shown: number } & Voice) {
  const { ideaId, revisions, shown, t, format, now } = props;
  return (
    <nav aria-label={t("ideas.versionsLead")}>
      <ol className="space-y-1">
        {revisions.map(({ version, editor, editedAt }) => (
          <li key={version}>
            <a
              href={`/ideas/${ideaId}/history?version=${version}#versions`}
              aria-current={version === shown ? "true" : undefined}
              className={cx(
                "block rounded-control border-s-2 px-3 py-2 text-sm transition-colors",
                version === shown ? "border-accent bg-accent-soft text-accent-text" : "border-line hover:bg-sunken",
              )}
            >
              <span className="block font-medium">{t("ideas.versionNumbered", { version: version + 1 })}</span>
              <span className={cx("block text-xs", version !== shown && "text-muted")}>
                {editor ? t("ideas.editedBy", { name: editor.name }) : t("ideas.editedByImport")}
                {" · "}
                <Time at={editedAt} now={now} format={format} />
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
