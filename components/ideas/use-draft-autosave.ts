"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { saveDraftAction } from "@/lib/ideas/actions";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { unreachable } from "../ui/unreachable";
import type { IdeaValues } from "./idea-values";

/** Long enough not to save every letter, short enough to lose no more than a few words. */
const PAUSE_MS = 1_500;

/** How soon a save that did not get through is tried again. */
const RETRY_MS = 10_000;

/** How the draft on the screen compares to the one that is kept. */
export type Keeping =
  | { is: "untouched" | "waiting" | "saving" }
  | { is: "saved"; at: Date }
  | { is: "refused"; reason: MessageKey };

/** Refusals that trying again cannot mend: somebody else has been here. */
const final = new Set<MessageKey>(["ideas.alreadySubmitted", "ideas.draftChangedElsewhere"]);

/**
 * Keeps a draft by itself while somebody writes: a moment after the last letter, one save at a time, and at once when
 * the page is left. A tab that another one has overtaken stops saving, and keeps what is typed in it.
 *
 * @param read what the form holds now
 * @param version the draft's, when it was there before; the form then goes on from it
 * @returns `touch` to call on every change, `insist` to save at once and in any case, `stop` for while the idea is being
 *   submitted, and after
 */
export function useDraftAutosave(ideaId: string, read: () => IdeaValues, version: number | null) {
  const [keeping, setKeeping] = useState<Keeping>({ is: "untouched" });
  const run = useRef({
    version,
    dirty: false,
    saving: false,
    stopped: false,
    overtaken: false,
    timer: 0 as unknown as Timer,
  });

  const save = useCallback(async () => {
    const now = run.current;
    clearTimeout(now.timer);
    if (!now.dirty || now.saving || now.stopped || now.overtaken) return;
    Object.assign(now, { dirty: false, saving: true });
    setKeeping({ is: "saving" });
    const outcome = await saveDraftAction({ ...read(), ideaId, version: now.version }).catch(() => unreachable);
    now.saving = false;
    if (now.stopped) return;
    if (outcome.ok) {
      now.version = outcome.data.version;
      rememberInAddress(ideaId);
      setKeeping({ is: "saved", at: new Date() });
    } else {
      now.dirty = true;
      now.overtaken = final.has(outcome.reason);
      setKeeping({ is: "refused", reason: Object.values(outcome.fields)[0] ?? outcome.reason });
    }
    if (now.dirty && !now.overtaken) now.timer = setTimeout(save, outcome.ok ? PAUSE_MS : RETRY_MS);
  }, [ideaId, read]);

  const touch = useCallback(() => {
    const now = run.current;
    if (now.overtaken || (!now.version && !isWritten(read()))) return;
    now.dirty = true;
    if (!now.saving) setKeeping({ is: "waiting" });
    clearTimeout(now.timer);
    now.timer = setTimeout(save, PAUSE_MS);
  }, [read, save]);

  const insist = useCallback(() => {
    const now = run.current;
    if (!now.version && !isWritten(read())) return;
    // Whoever presses the button wants what is on this screen, whatever another tab says.
    if (now.overtaken) now.version = null;
    Object.assign(now, { overtaken: false, dirty: true });
    void save();
  }, [read, save]);

  const stop = useCallback(
    (stopped: boolean) => {
      const now = run.current;
      now.stopped = stopped;
      clearTimeout(now.timer);
      if (!stopped && now.dirty) now.timer = setTimeout(save, PAUSE_MS);
    },
    [save],
  );

  useEffect(() => {
    const saveWhenHidden = () => document.visibilityState === "hidden" && void save();
    const askBeforeLeaving = (event: BeforeUnloadEvent) => {
      const { dirty, saving, stopped, overtaken } = run.current;
      if (stopped || overtaken || !(dirty || saving)) return;
      event.preventDefault();
      void save();
    };
    document.addEventListener("visibilitychange", saveWhenHidden);
    addEventListener("beforeunload", askBeforeLeaving);
    return () => {
      document.removeEventListener("visibilitychange", saveWhenHidden);
      removeEventListener("beforeunload", askBeforeLeaving);
      void save();
    };
  }, [save]);

  return { keeping, touch, insist, stop };
}

type Timer = ReturnType<typeof setTimeout>;

/** Choosing a category alone is not writing yet. */
const isWritten = ({ title, body, tags }: IdeaValues) => Boolean((title + body + tags).trim());

/** So that the same page, loaded again, goes on with the draft. */
function rememberInAddress(ideaId: string): void {
  const address = `/ideas/new?draft=${ideaId}`;
  if (location.pathname + location.search !== address) history.replaceState(null, "", address);
}
