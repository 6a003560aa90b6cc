"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { type Criterion, MOST_WEIGHT, type ResultOrder } from "@/lib/evaluation/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Badge } from "../ui/badge";
import { Button, ButtonLink } from "../ui/button";
import { resultsPath, weightsOf } from "./results-path";

/** How long a slider rests before the order follows. Chosen by us: a breath. */
const PAUSE_MS = 150;

/** What each criterion counts, to be moved: the order follows at once, and by a button where there is no script. */
export function WeightsForm({ criteria, order }: { criteria: Criterion[]; order: ResultOrder }) {
  const t = useTranslations();
  const router = useRouter();
  const [isMoving, follow] = useTransition();
  const [moved, setMoved] = useState<number[] | null>(null);
  const weights = moved ?? criteria.map(({ weight }) => weight);
  const [hasScript, setHasScript] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setHasScript(true), []);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Once the order has followed, the address says it, also when somebody goes back; unless a slider moves on already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new weights that this waits for
  useEffect(() => {
    if (timer.current === undefined) setMoved(null);
  }, [criteria]);

  function move(index: number, weight: number) {
    const next = weights.with(index, weight);
    setMoved(next);
    clearTimeout(timer.current);
    const asked = { order, ...weightsOf(criteria.map(({ id }, place) => ({ id, weight: next[place] ?? 0 }))) };
    timer.current = setTimeout(() => {
      timer.current = undefined;
      follow(() => router.replace(resultsPath(asked), { scroll: false }));
    }, PAUSE_MS);
  }

  return (
    <form action="/review/results" aria-busy={isMoving} className="space-y-4">
      <p className="text-muted text-sm">{t("evaluation.weightsHint")}</p>
      {order !== "mean" && <input type="hidden" name="order" value={order} />}
      <ul className="space-y-3">
        {criteria.map((criterion, index) => (
          <li key={criterion.id} className="space-y-1">
            <input type="hidden" name="criterion" value={criterion.id} />
            <label htmlFor={criterion.id} className="flex flex-wrap items-center gap-2 font-medium text-sm">
              {criterion.name}
              {criterion.isRetired && <Badge>{t("evaluation.retired")}</Badge>}
            </label>
            <div className="flex items-center gap-3">
              <input
                id={criterion.id}
                type="range"
                name="weight"
                min={0}
                max={MOST_WEIGHT}
                value={weights[index]}
                onChange={(event) => move(index, Number(event.target.value))}
                className="h-6 pointer-coarse:h-11 min-w-0 flex-1 accent-accent"
              />
              <output htmlFor={criterion.id} className="w-6 text-right font-semibold text-sm tabular-nums">
                {weights[index]}
              </output>
            </div>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {!hasScript && (
          <Button type="submit" variant="primary" size="small">
            {t("evaluation.applyWeights")}
          </Button>
        )}
        <ButtonLink href={resultsPath({ order, criterion: [], weight: [] })} size="small">
          {t("evaluation.resetWeights")}
        </ButtonLink>
      </div>
    </form>
  );
}
