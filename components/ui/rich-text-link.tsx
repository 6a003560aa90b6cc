"use client";

import type { Editor } from "@tiptap/react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Button } from "./button";
import { controlStyle } from "./control-style";
import { isLinkable } from "./rich-text-document";
import { backIn } from "./rich-text-focus";

/** Asks where the chosen words shall lead, or takes their link away. Without chosen words the address itself is written. */
export function RichTextLink({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations();
  const id = useId();
  const before: string = editor.getAttributes("link").href ?? "";
  const [typed, setTyped] = useState(before);
  const [isWrong, setWrong] = useState(false);

  function set() {
    const address = complete(typed);
    if (!isLinkable(address)) return setWrong(true);
    const chain = backIn(editor).extendMarkRange("link");
    if (editor.state.selection.empty && !before)
      chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href: address } }] }).run();
    else chain.setLink({ href: address }).run();
    onDone();
  }

  function remove() {
    backIn(editor).extendMarkRange("link").unsetLink().run();
    onDone();
  }

  function listen(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault();
      set();
    }
    if (event.key === "Escape") {
      editor.view.focus();
      onDone();
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-t p-2">
      <label htmlFor={id} className="text-sm">
        {t("ui.linkAddress")}
      </label>
      <input
        id={id}
        type="url"
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it
        autoFocus
        value={typed}
        placeholder="https://"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={listen}
        className={`${controlStyle} h-9 min-w-40 flex-1`}
      />
      <Button size="small" onClick={set}>
        {t("ui.setLink")}
      </Button>
      {before && (
        <Button size="small" variant="ghost" onClick={remove}>
          {t("ui.removeLink")}
        </Button>
      )}
      {isWrong && (
        <p id={`${id}-wrong`} role="alert" className="w-full text-danger-text text-sm">
          {t("ui.linkRefused")}
        </p>
      )}
    </div>
  );
}

/** "example.org" is what people type when they mean "https://example.org". */
const complete = (typed: string) => {
  const address = typed.trim();
  if (/^[^\s@:/]+@[^\s@]+$/.test(address)) return `mailto:${address}`;
  return address && !/^[a-z][a-z0-9+.-]*:/i.test(address) ? `https://${address}` : address;
};
