"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { cx } from "class-variance-authority";
import { type KeyboardEvent, useState } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Bold, Heading, type Icon, Italic, Link2, List, ListOrdered, Quote, Redo2, Undo2 } from "./icons";
import { backIn } from "./rich-text-focus";
import { RichTextLink } from "./rich-text-link";

type Tool = {
  label: MessageKey;
  icon: Icon;
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  press: (editor: Editor) => void;
};

const tools: Tool[] = [
  { label: "ui.bold", icon: Bold, isOn: (e) => e.isActive("bold"), press: (e) => backIn(e).toggleBold().run() },
  {
    label: "ui.italic",
    icon: Italic,
    isOn: (e) => e.isActive("italic"),
    press: (e) => backIn(e).toggleItalic().run(),
  },
  {
    label: "ui.heading",
    icon: Heading,
    isOn: (e) => e.isActive("heading"),
    press: (e) => backIn(e).toggleHeading({ level: 2 }).run(),
  },
  {
    label: "ui.bulletList",
    icon: List,
    isOn: (e) => e.isActive("bulletList"),
    press: (e) => backIn(e).toggleBulletList().run(),
  },
  {
    label: "ui.numberedList",
    icon: ListOrdered,
    isOn: (e) => e.isActive("orderedList"),
    press: (e) => backIn(e).toggleOrderedList().run(),
  },
  {
    label: "ui.quotation",
    icon: Quote,
    isOn: (e) => e.isActive("blockquote"),
    press: (e) => backIn(e).toggleBlockquote().run(),
  },
];

const history: Tool[] = [
  { label: "ui.undo", icon: Undo2, isOff: (e) => !e.can().undo(), press: (e) => backIn(e).undo().run() },
  { label: "ui.redo", icon: Redo2, isOff: (e) => !e.can().redo(), press: (e) => backIn(e).redo().run() },
];

/** The tools above a rich text: one stop for the Tab key, and the arrows go from tool to tool (WAI-ARIA toolbar). */
export function RichTextToolbar({ editor, controls }: { editor: Editor; controls: string }) {
  const t = useTranslations();
  const [isLinking, setLinking] = useState(false);
  const [stop, setStop] = useState(0);
  const linkTool: Tool = {
    label: "ui.link",
    icon: Link2,
    isOn: (e) => e.isActive("link") || isLinking,
    press: () => setLinking(!isLinking),
  };
  const all = [...tools, linkTool, ...history];
  const now = useEditorState({
    editor,
    selector: ({ editor: e }) => all.map(({ isOn, isOff }) => ({ on: isOn?.(e), off: isOff?.(e) ?? false })),
  });

  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: all.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + all.length) % all.length;
    setStop(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div className="border-line border-b">
      <div
        role="toolbar"
        aria-label={t("ui.formatting")}
        aria-controls={controls}
        onKeyDown={walk}
        className="flex flex-wrap gap-0.5 p-1"
      >
        {all.map(({ label, icon: Icon, press }, index) => (
          <button
            key={label}
            type="button"
            tabIndex={index === stop ? 0 : -1}
            aria-label={t(label)}
            title={t(label)}
            aria-pressed={now[index]?.on}
            aria-disabled={now[index]?.off || undefined}
            onFocus={() => setStop(index)}
            // A pointer leaves the cursor where it is: whoever types on at once loses no letter.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => press(editor)}
            className={cx(
              "grid size-9 place-items-center max-sm:w-8 rounded-md transition-colors aria-disabled:opacity-40",
              now[index]?.on ? "bg-accent-soft text-accent-text" : "text-muted hover:bg-sunken hover:text-ink",
            )}
          >
            <Icon aria-hidden className="size-4.5" />
          </button>
        ))}
      </div>
      {isLinking && <RichTextLink editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}
