"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SimilarIdea, SimilarInput } from "@/lib/search/schema";
import { askSimilar } from "./ask-similar";

/** Nobody is asked before a pause as long as this: about what it takes to think of the next word. */
const PAUSE_MS = 600;

/** A shorter title says nothing yet. */
const SHORTEST = 6;

/**
 * The ideas that are like what somebody writes: asked for in their pauses, and only the answer to what stands there now
 * counts. Without an answer, what was found before stays.
 *
 * @param read what is written now
 * @returns what was found, and `touch` to call on every change
 */
export function useSimilar(read: () => SimilarInput): { found: SimilarIdea[]; touch: () => void } {
  const [found, setFound] = useState<SimilarIdea[]>([]);
  const run = useRef({ asked: "", timer: undefined as ReturnType<typeof setTimeout> | undefined });
  const pending = useRef<AbortController>(null);

  const ask = useCallback(async () => {
    const { title, body, language } = read();
    const question = JSON.stringify([title.trim(), body?.slice(0, 600), language]);
    if (question === run.current.asked) return;
    run.current.asked = question;
    pending.current?.abort();
    if (title.trim().length < SHORTEST) return setFound([]);
    const mine = new AbortController();
    pending.current = mine;
    const ideas = await askSimilar({ title, body, language }, mine.signal);
    if (ideas && !mine.signal.aborted) setFound(ideas);
  }, [read]);

  const touch = useCallback(() => {
    clearTimeout(run.current.timer);
    run.current.timer = setTimeout(ask, PAUSE_MS);
  }, [ask]);

  useEffect(
    () => () => {
      clearTimeout(run.current.timer);
      pending.current?.abort();
    },
    [],
  );
  return { found, touch };
}
