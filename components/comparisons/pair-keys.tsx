"use client";

import { useEffect, useState } from "react";
import { areOn } from "../shell/shortcut-keys";

const elsewhere = "[role=dialog], [popover]:popover-open";
const typed = "input:not([type=hidden]), textarea, select, [contenteditable]";

function answer(event: KeyboardEvent): void {
  const isTyping = event.target instanceof Element && event.target.closest(typed);
  const isChord = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing;
  if (isTyping || isChord || event.repeat || !areOn() || document.querySelector(elsewhere)) return;
  const goal = document.querySelector<HTMLElement>(`main [data-key="${CSS.escape(event.key)}"]`);
  if (!goal) return;
  event.preventDefault();
  goal.click();
}

/**
 * Has keys press what names them by `data-key`.
 *
 * @returns whether they do by now; nothing should promise them before, or without JavaScript
 */
export function usePairKeys(): boolean {
  const [work, setWork] = useState(false);
  useEffect(() => {
    setWork(areOn());
    document.addEventListener("keydown", answer);
    return () => document.removeEventListener("keydown", answer);
  }, []);
  return work;
}

/** The name of a key beside what it does; nothing for fingers. */
export function KeyHint({ name }: { name: string }) {
  return (
    <kbd
      aria-hidden
      className="inline-grid pointer-coarse:hidden h-5 min-w-5 place-items-center rounded border border-line-strong px-1 font-medium font-sans text-[0.6875rem] text-muted"
    >
      {name}
    </kbd>
  );
}
