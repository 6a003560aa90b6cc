"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { ButtonLink } from "../ui/button";
import { X } from "../ui/icons";
import { tourPath, tourSteps } from "./tour-steps";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

/**
 * A step of the guided tour beside what it is about. Its ways on are links, so that it goes on without JavaScript too;
 * with it, arrows lead back and forth and Escape ends it.
 */
export function TourCard({ step }: { step: number }) {
  const t = useTranslations();
  const router = useRouter();
  const card = useRef<HTMLElement>(null);
  // Not the address that is shown: while one page gives way to the next, that may still be the other's.
  const { name, path: here } = tourSteps[step - 1] ?? tourSteps[0];
  const [back, next] = [step > 1 && tourPath(step - 1), step < tourSteps.length && tourPath(step + 1)];

  // Before it is painted: who presses as soon as a step is there goes on from that step, not from the one before.
  useLayoutEffect(() => {
    card.current?.focus({ preventScroll: true });
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const way = { ArrowLeft: back, ArrowRight: next, Escape: here }[event.key];
      if (way) router.push(way);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, back, next, here]);

  return (
    <aside
      ref={card}
      tabIndex={-1}
      aria-labelledby="tour-title"
      className="fixed inset-x-3 bottom-20 z-30 space-y-2 rounded-card border border-line-strong bg-raised p-4 shadow-raised outline-none sm:inset-x-auto sm:right-6 sm:w-96 md:bottom-6 print:hidden"
    >
      <header className="flex items-start justify-between gap-3">
        <div>
          <p className="text-muted text-xs">{t("tour.stepOf", { step, steps: tourSteps.length })}</p>
          <h2 id="tour-title" className="font-semibold">
            {t(`tour.title_${name}`)}
          </h2>
        </div>
        <ButtonLink href={here} variant="ghost" size="small" shape="icon" aria-label={t("tour.close")}>
          <X aria-hidden />
        </ButtonLink>
      </header>
      <p className="text-sm leading-relaxed">{t(`tour.text_${name}`)}</p>
      <div className="flex flex-wrap items-center justify-between gap-2 pt-1">
        {back ? (
          <ButtonLink href={back} variant="ghost" size="small">
            {t("tour.back")}
          </ButtonLink>
        ) : (
          <a href="/insights/tour" className="rounded text-muted text-sm underline">
            {t("tour.asList")}
          </a>
        )}
        <ButtonLink href={next || here} size="small" variant="primary">
          {t(next ? "tour.next" : "tour.done")}
        </ButtonLink>
      </div>
    </aside>
  );
}
