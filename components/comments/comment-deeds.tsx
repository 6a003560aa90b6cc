"use client";

import { type MouseEvent, useState } from "react";
import { type Comment, type CommentDeed, deedPath } from "@/lib/comments/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { MessageSquareReply, Pencil, Trash2, X } from "../ui/icons";
import { CommentForm } from "./comment-form";
import { DeleteCommentForm } from "./delete-comment-form";
import { EditCommentForm } from "./edit-comment-form";
import { newKey } from "./new-key";

const icons = { answer: MessageSquareReply, edit: Pencil, delete: Trash2 };
const words = { answer: "comments.answer", edit: "comments.edit", delete: "comments.delete" } as const;

/**
 * What one can do with a comment: words that open a small form below them. Without JavaScript they lead to the page with
 * that form open, so no page has to carry three forms for each of its comments.
 *
 * @param opened the deed whose form the address asks for, and a random UUID for what will be answered there
 */
export function CommentDeeds(props: {
  ideaId: string;
  comment: Pick<Comment, "id" | "source" | "mayAnswer" | "mayDelete">;
  name: string;
  opened: { deed: CommentDeed; key: string } | null;
}) {
  const { ideaId, comment, name, opened } = props;
  const { id: commentId, source } = comment;
  const t = useTranslations();
  const [open, setOpen] = useState(opened);
  const close = () => setOpen(null);
  const offered = { answer: comment.mayAnswer, edit: source !== null, delete: comment.mayDelete };
  const deeds = (["answer", "edit", "delete"] as const).filter((deed) => offered[deed]);

  function toggle(event: MouseEvent, deed: CommentDeed) {
    event.preventDefault();
    setOpen(open?.deed === deed ? null : { deed, key: newKey() });
  }

  return (
    <div className="mt-1 space-y-2">
      <p className="-mx-2 flex flex-wrap gap-x-1">
        {deeds.map((deed) => {
          const isOpen = open?.deed === deed;
          const word = t(isOpen ? "comments.cancel" : words[deed]);
          const Icon = isOpen ? X : icons[deed];
          return (
            <a
              key={deed}
              href={deedPath({ ideaId, commentId }, deed)}
              aria-label={`${word}: ${name}`}
              aria-expanded={isOpen}
              onClick={(event) => toggle(event, deed)}
              className="inline-flex min-h-compact items-center gap-1.5 rounded-control px-2 font-medium text-muted text-xs transition-colors hover:bg-sunken hover:text-ink"
            >
              <Icon aria-hidden className="size-3.5" />
              {word}
            </a>
          );
        })}
      </p>
      {open?.deed === "answer" && offered.answer && (
        <CommentForm ideaId={ideaId} parentId={commentId} firstKey={open.key} onDone={close} autoFocus />
      )}
      {open?.deed === "edit" && source !== null && (
        <EditCommentForm commentId={commentId} source={source} onDone={close} />
      )}
      {open?.deed === "delete" && offered.delete && <DeleteCommentForm commentId={commentId} />}
    </div>
  );
}
