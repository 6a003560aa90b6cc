import type { Note } from "@/lib/desk/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { Avatar } from "../ui/avatar";
import { EyeOff } from "../ui/icons";
import { Markdown } from "../ui/markdown";
import { Time } from "../ui/time";
import { NoteForm } from "./note-form";

/** What reviewers tell each other about an idea, unseen by its author, and where one says more. */
export function NoteList(
  props: { ideaId: string; onward: string; notes: Note[]; colleagues: string[]; firstKey: string } & Voice,
) {
  const { ideaId, onward, notes, colleagues, firstKey, t, ...reading } = props;
  return (
    <section
      id="notes"
      aria-labelledby="notes-title"
      className="rounded-card border border-line border-dashed p-4 sm:p-5"
    >
      <h2 id="notes-title" className="flex items-center gap-2 font-semibold text-sm [&_svg]:size-4">
        <EyeOff aria-hidden />
        {t("desk.notes")}
      </h2>
      <p className="mt-1 mb-4 text-muted text-sm">{t("desk.notesLead")}</p>
      {notes.length > 0 && (
        <ol className="mb-5 space-y-4">
          {notes.map(({ id, body, author, createdAt }) => (
            <li key={id} className="flex gap-3">
              <Avatar name={author} size="small" />
              <div className="min-w-0 flex-1">
                <p className="text-muted text-xs leading-6">
                  <span className="font-medium text-ink">{author}</span> · <Time at={createdAt} {...reading} />
                </p>
                <Markdown html={markdownToHtml(body)} className="text-sm" />
              </div>
            </li>
          ))}
        </ol>
      )}
      <NoteForm ideaId={ideaId} onward={onward} colleagues={colleagues} firstKey={firstKey} />
    </section>
  );
}
