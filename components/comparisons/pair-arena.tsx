"use client";

import { type FormEvent, useState } from "react";
import { answerPairAction, answerPairButton } from "@/lib/comparisons/actions";
import { type Answer, comparePath, type ShownSheet } from "@/lib/comparisons/schema";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { unreachable } from "../ui/unreachable";
import { IdeaSide } from "./idea-side";
import { usePairKeys } from "./pair-keys";
import { PairProgress } from "./pair-progress";
import { PairsDone } from "./pairs-done";
import { SkipRow } from "./skip-row";

/**
 * Two ideas side by side, one above the other on a phone, to choose from by click, touch or key; the next pair comes at
 * once. Without JavaScript it is a form that comes back to the same page.
 *
 * @param categoryId among which ideas one compares; null for all
 * @param isAgain whether the pair was answered before and is shown to think again
 */
export function PairArena(props: { sheet: ShownSheet; categoryId: string | null; isAgain: boolean }) {
  const { categoryId, isAgain } = props;
  const t = useTranslations();
  // The next pair holds until the page itself brings another.
  const [next, setNext] = useState<{ after: ShownSheet; sheet: ShownSheet } | null>(null);
  const [chosen, setChosen] = useState<Answer | null>(null);
  const [refusal, setRefusal] = useState<MessageKey | null>(null);
  const hasKeys = usePairKeys();
  const sheet = next?.after === props.sheet ? next.sheet : props.sheet;
  const { pair } = sheet;
  if (!pair) return <PairsDone sheet={sheet} categoryId={categoryId} />;
  const { pairId, left, right } = pair;

  async function press(event: FormEvent) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    // Who thinks again is led back to where they were, which a plain form does.
    if (isAgain || !(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (chosen) return;
    const answer = submitter.value as Answer;
    setRefusal(null);
    setChosen(answer);
    const outcome = await answerPairAction({ pairId, answer, categoryId: categoryId ?? "" }).catch(() => unreachable);
    if (outcome.ok) setNext({ after: props.sheet, sheet: outcome.data });
    else setRefusal(outcome.reason);
    setChosen(null);
  }

  const fateOf = (side: Answer) => (chosen ? (chosen === side ? "chosen" : "passed") : null);
  return (
    <div className="space-y-5">
      {isAgain && (
        <Banner tone="info">
          {t("comparisons.againHint")} <BackLink categoryId={categoryId} />
        </Banner>
      )}
      <form action={answerPairButton} onSubmit={press} className="space-y-5">
        <input type="hidden" name="pairId" value={pairId} />
        <input type="hidden" name="categoryId" value={categoryId ?? ""} />
        {isAgain && <input type="hidden" name="change" value="on" />}
        <div className="relative grid gap-3 has-[details[open]]:items-start sm:gap-5 md:grid-cols-2">
          <IdeaSide side="left" idea={left} fate={fateOf("left")} hasKeys={hasKeys} />
          <IdeaSide side="right" idea={right} fate={fateOf("right")} hasKeys={hasKeys} />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-x-0 top-32 mx-auto hidden size-11 place-items-center rounded-full border border-line bg-canvas font-medium text-muted text-sm md:grid"
          >
            {t("comparisons.or")}
          </span>
        </div>
        <SkipRow isBusy={chosen !== null} hasKeys={hasKeys} />
      </form>
      {refusal && (
        <Banner tone="error">
          {t(refusal)} <BackLink categoryId={categoryId} />
        </Banner>
      )}
      <p className="mx-auto max-w-prose text-center text-muted text-sm">{t("comparisons.private")}</p>
      {!isAgain && <PairProgress sheet={sheet} categoryId={categoryId} hasKeys={hasKeys} />}
      <p aria-live="polite" className="sr-only">
        {next && t("comparisons.next", { left: left.title, right: right.title })}
      </p>
    </div>
  );
}

function BackLink({ categoryId }: { categoryId: string | null }) {
  return (
    <a href={comparePath({ categoryId })} className="whitespace-nowrap underline">
      {useTranslations()("comparisons.back")}
    </a>
  );
}
