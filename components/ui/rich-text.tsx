"use client";

import { cx } from "class-variance-authority";
import dynamic from "next/dynamic";
import { type ComponentProps, type Ref, useCallback, useRef, useState } from "react";
import { controlStyle } from "./control-style";
import { FieldFrame, type FieldTexts } from "./field-frame";
import type { RichTextHandle } from "./rich-text-editor";

/** Fetched only where rich text is written, and only by the browser. */
const RichTextEditor = dynamic(() => import("./rich-text-editor"), { ssr: false });

/**
 * A text of several lines with bold, lists and links, as Markdown. Underneath it is a plain textarea, which holds the
 * value, is all there is without JavaScript, and stays for texts that the editor could not show without loss.
 */
export function RichText(props: FieldTexts & ComponentProps<"textarea">) {
  const { label, hint, error, optional, id, className, rows = 8, ref, ...rest } = props;
  const textarea = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<RichTextHandle>(null);
  const [isRich, setRich] = useState(false);
  const hold = useCallback(
    (element: HTMLTextAreaElement | null) => {
      textarea.current = element;
      return give(ref, element);
    },
    [ref],
  );

  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <>
          <textarea
            rows={rows}
            {...rest}
            {...wiring}
            ref={hold}
            className={
              isRich ? "sr-only" : cx(controlStyle, "field-sizing-content min-h-48 py-2 leading-relaxed", className)
            }
            aria-hidden={isRich || undefined}
            tabIndex={isRich ? -1 : undefined}
            // The label and an error lead here; the editor is where one writes.
            onFocus={() => isRich && editor.current?.focus()}
          />
          <RichTextEditor source={textarea} label={label} wiring={wiring} ref={editor} onShown={setRich} />
        </>
      )}
    </FieldFrame>
  );
}

function give<T>(ref: Ref<T> | undefined, element: T | null) {
  if (typeof ref === "function") return ref(element);
  if (ref) ref.current = element;
}
