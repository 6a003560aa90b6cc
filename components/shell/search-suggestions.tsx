"use client";

import { cx } from "class-variance-authority";
import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useId, useState } from "react";
import { useFormatter, useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { happenedWords } from "../ideas/similar-item";
import { StatusBadge } from "../ideas/status-badge";
import { useSimilar } from "../ideas/use-similar";

/**
 * Ideas that say what is typed into the search field, below it: an arrow key or the pointer leads to one, Enter without
 * one searches as ever, Escape closes. The field stays a plain one until this is there, and without a script.
 */
export function SearchSuggestions({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const router = useRouter();
  const list = useId();
  const [isOpen, open] = useState(true);
  const [at, setAt] = useState(-1);
  const read = useCallback(() => ({ title: field.current?.value ?? "" }), [field]);
  const { found, touch } = useSimilar(read);
  const shown = isOpen ? found : [];

  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const typed = () => {
      open(true);
      setAt(-1);
      touch();
    };
    const close = () => open(false);
    input.addEventListener("input", typed);
    input.addEventListener("blur", close);
    if (input.value) touch();
    return () => {
      input.removeEventListener("input", typed);
      input.removeEventListener("blur", close);
    };
  }, [field, touch]);

  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const go = (step: number) => setAt((now) => ((now + 1 + step + shown.length + 1) % (shown.length + 1)) - 1);
    const steer = (event: KeyboardEvent) => {
      // While an input method composes a word, Enter and the arrow keys are its own.
      if (shown.length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const idea = shown[at];
      if (event.key === "ArrowDown") go(1);
      else if (event.key === "ArrowUp") go(-1);
      else if (event.key === "Escape") open(false);
      else if (event.key === "Enter" && idea) router.push(`/ideas/${idea.ideaId}`);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const says: Record<string, string> = {
      "aria-autocomplete": "list",
      "aria-controls": list,
      "aria-activedescendant": at >= 0 && shown[at] ? `${list}-${at}` : "",
    };
    for (const [name, value] of Object.entries(says)) {
      if (value) input.setAttribute(name, value);
      else input.removeAttribute(name);
    }
    input.addEventListener("keydown", steer);
    return () => input.removeEventListener("keydown", steer);
  }, [field, shown, at, list, router]);

  return (
    <>
      <span aria-live="polite" className="sr-only">
        {shown.length > 0 && t("similar.titleCount", { count: shown.length })}
      </span>
      <div
        id={list}
        role="listbox"
        aria-label={t("similar.title")}
        hidden={shown.length === 0}
        className="absolute top-full left-0 z-30 mt-1.5 w-full rounded-card max-sm:fixed max-sm:inset-x-3 max-sm:top-15 max-sm:mt-0 max-sm:w-auto border border-line bg-raised p-1.5 shadow-raised"
      >
        {shown.map((idea, index) => (
          <div
            key={idea.ideaId}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
              router.push(`/ideas/${idea.ideaId}`);
              open(false);
            }}
            className={cx("cursor-pointer rounded-md px-2.5 py-2 hover:bg-sunken", index === at && "bg-accent-soft")}
          >
            <span
              lang={idea.language === locale ? undefined : idea.language}
              className="line-clamp-2 font-medium text-sm leading-snug"
            >
              {idea.title}
            </span>
            <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
              <StatusBadge status={idea.status} t={t} />
              {happenedWords(idea.happened, { t, format })}
              <span>{t("votes.count", { votes: idea.votes })}</span>
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
