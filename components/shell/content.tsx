"use client";

import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useOptimistic, useRef, useState } from "react";
import { onDeparture } from "./departure";
import { kindOfPage } from "./kind-of-page";
import { useSoftLinks } from "./soft-links";

// Fetched when it is first needed, which is when there is time.
const Skeleton = lazy(async () => ({ default: (await import("../ui/skeleton")).Skeleton }));

/** What arrives sooner needs no placeholder: one that only flashes is worse than none. Chosen by us. */
const PATIENCE_MS = 150;

/**
 * The page itself. While the next one is long in coming, its outline stands in its place; another view of the same page
 * only fades until it is there. Done here and not by `loading.tsx`, which would make every answer a stream: no more
 * status of its own, and nothing to see without JavaScript.
 *
 * @param arriving what is said to those who cannot see it
 */
export function Content({ arriving, children }: { arriving: string; children: ReactNode }) {
  const here = usePathname();
  const main = useRef<HTMLElement>(null);
  useSoftLinks();
  // Set while the router's own transition begins, so it falls back by itself when that ends, however it does.
  const [goal, setGoal] = useOptimistic<string | null>(null);
  const [isLong, setIsLong] = useState(false);

  useEffect(() => onDeparture((url) => setGoal(new URL(url, location.href).pathname)), [setGoal]);
  useEffect(() => {
    if (!goal) return;
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [goal]);

  const isWaiting = Boolean(goal) && isLong;
  const isReplaced = isWaiting && goal !== here;
  useKeptFocus(main, isReplaced);

  return (
    <main
      ref={main}
      id="content"
      tabIndex={-1}
      aria-busy={isWaiting}
      className="group mx-auto max-w-6xl px-4 py-6 outline-none sm:px-8"
    >
      <p aria-live="polite" className="sr-only">
        {isWaiting && arriving}
      </p>
      <div className={isReplaced ? "grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1]" : undefined}>
        {isReplaced && goal && (
          <div className="sticky top-22 self-start">
            <Suspense>
              <Skeleton kind={kindOfPage(goal)} />
            </Suspense>
          </div>
        )}
        {/* Kept in its place, unseen: the way back leads to where one was, and so does a way that fails. */}
        <div className={isReplaced ? "invisible" : "transition-opacity group-aria-busy:opacity-60"}>{children}</div>
      </div>
    </main>
  );
}

/**
 * Whoever goes on with the keyboard goes on from the page, not from the top of the window, when what had the focus has
 * gone: with the page before, or with a deed that is done.
 */
function useKeptFocus(main: { current: HTMLElement | null }, isReplaced: boolean): void {
  const last = useRef<Element>(null);

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body && last.current?.isConnected === false;
    const isUnseen = isReplaced && activeElement !== main.current && main.current?.contains(activeElement);
    if (isLost || isUnseen) main.current?.focus({ preventScroll: true });
  });
}
