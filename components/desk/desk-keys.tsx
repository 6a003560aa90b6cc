"use client";

import { useEffect } from "react";
import { areOn } from "../shell/shortcut-keys";

/** How long `g` waits for the letter of a place: as elsewhere. */
const PAUSE_MS = 1_500;

const typed =
  "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";
const fields = "select, textarea, input:not([type=hidden])";

let leader = 0;

/** Opens what a letter stands for on this page, and puts the focus into its first field; or follows its link. */
function press(key: string): boolean {
  const goal = document.querySelector<HTMLElement>(`main [data-key="${CSS.escape(key)}"]`);
  if (!goal) return false;
  const folded = goal.closest("details");
  // What others are told of at once wants a second key: Enter.
  if (goal.hasAttribute("data-key-waits")) goal.focus();
  else if (!folded || goal.tagName !== "SUMMARY") goal.click();
  else {
    folded.open = true;
    folded.querySelector<HTMLElement>(fields)?.focus();
    folded.scrollIntoView({ block: "nearest" });
  }
  return true;
}

function answer(event: KeyboardEvent): void {
  const { target, key } = event;
  const field = target instanceof Element ? target.closest<HTMLElement>(typed) : null;
  if (field && key === "Enter" && (event.ctrlKey || event.metaKey)) {
    field.closest("form")?.requestSubmit();
    event.preventDefault();
    return;
  }
  if (field && key === "Escape" && !document.querySelector("[role=dialog], [popover]:popover-open, [role=listbox]")) {
    field.closest("details")?.querySelector("summary")?.focus();
    return;
  }
  const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (field || isChord || !areOn() || document.querySelector("[role=dialog], [popover]:popover-open")) return;
  const isLed = Date.now() - leader < PAUSE_MS;
  leader = key === "g" ? Date.now() : 0;
  if (!isLed && key !== "g" && press(key)) event.preventDefault();
}

/** The keys of an idea's review side: a letter for each deed, j and k to the next and the one before. */
export function DeskKeys() {
  useEffect(() => {
    // Before the keys that every page has, of which j and k mean something else here.
    document.addEventListener("keydown", answer, true);
    return () => document.removeEventListener("keydown", answer, true);
  }, []);
  return null;
}
