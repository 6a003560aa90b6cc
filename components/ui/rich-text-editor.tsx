"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { type Ref, type RefObject, useEffect, useImperativeHandle, useState } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Wiring } from "./field-frame";
import { readMarkdown } from "./markdown-reader";
import { survives, writeMarkdown } from "./markdown-writer";
import { documentSchema, extensions } from "./rich-text-document";
import { RichTextToolbar } from "./rich-text-toolbar";

/** What the field does with its editor. */
export type RichTextHandle = { focus: () => void };

const frame =
  "rounded-control border bg-surface shadow-card transition-colors focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-2";

/**
 * Rich text over a textarea: shows its Markdown as it will look, and writes every change back into it.
 *
 * @param onShown told when the editor has taken the textarea's place; never, for text that it cannot show whole
 */
export default function RichTextEditor(props: {
  source: RefObject<HTMLTextAreaElement | null>;
  label: MessageKey;
  wiring: Wiring;
  onShown: (shown: boolean) => void;
  ref: Ref<RichTextHandle>;
}) {
  const { source, label, wiring, onShown, ref } = props;
  const t = useTranslations();
  const [isShown] = useState(() => survives(source.current?.value ?? "", documentSchema));
  const editor = useEditor({
    extensions,
    injectCSS: false,
    immediatelyRender: true,
    content: isShown ? readMarkdown(source.current?.value ?? "", documentSchema).toJSON() : undefined,
    autofocus: document.activeElement === source.current ? "end" : false,
    onUpdate: ({ editor }) => type(source.current, writeMarkdown(editor.state.doc)),
    onBlur: () => source.current?.dispatchEvent(new FocusEvent("focusout", { bubbles: true })),
    editorProps: {
      // Tab leads on and back, inside lists as well: who has no mouse must reach the toolbar without changing the text.
      handleDOMEvents: { keydown: (_, event) => event.key === "Tab" },
      attributes: {
        class: "markdown min-h-44 whitespace-pre-wrap px-3 py-2 outline-none sm:text-sm",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": t(label),
        ...(wiring["aria-invalid"] && { "aria-invalid": "true" }),
        ...(wiring["aria-describedby"] && { "aria-describedby": wiring["aria-describedby"] }),
      },
    },
  });

  useImperativeHandle(ref, () => ({ focus: () => editor.view.focus() }), [editor]);
  useEffect(() => onShown(isShown), [onShown, isShown]);
  if (!isShown) return null;
  return (
    <div className={`${frame} ${wiring["aria-invalid"] ? "border-danger" : "border-line-strong"}`}>
      <RichTextToolbar editor={editor} controls={wiring.id} />
      <EditorContent editor={editor} />
    </div>
  );
}

/** Puts a text into a textarea as if it had been typed, so that whatever listens to it hears. */
function type(textarea: HTMLTextAreaElement | null, text: string): void {
  if (!textarea || textarea.value === text) return;
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
  setter?.call(textarea, text);
  textarea.dispatchEvent(new Event("input", { bubbles: true }));
}
