"use client";

import { type ReactNode, useMemo } from "react";
import { sayIn, type Translate } from "./say";
import { SpeechContext, textsOf, useVoice } from "./use-translations";

/**
 * Hands more texts to the components inside it than every page carries.
 *
 * @param texts from `textsOfModules`
 */
export function MoreTexts({ texts, children }: { texts: string; children: ReactNode }) {
  const speech = useVoice();
  const more = useMemo(() => {
    const added = textsOf(texts);
    const own = sayIn(speech.locale, added);
    const t: Translate = (key, values) => (key.slice(0, key.indexOf(".")) in added ? own : speech.t)(key, values);
    return { ...speech, t };
  }, [speech, texts]);
  return <SpeechContext value={more}>{children}</SpeechContext>;
}
