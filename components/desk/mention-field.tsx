"use client";

import { cx } from "class-variance-authority";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Textarea } from "../ui/textarea";

/** As many names as one looks through at a glance. */
const MOST = 6;

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** What stands between the last `@` and the caret, if somebody is being named there. */
const beingNamed = (field: HTMLTextAreaElement) =>
  /(?:^|\s)@([\p{L}\p{M} .'-]{0,40})$/u.exec(field.value.slice(0, field.selectionStart))?.[1];

/** A text in which `@` offers the colleagues whom it can call upon. Without a script their names are typed. */
export function MentionField(props: { colleagues: string[]; defaultValue: string; error?: string }) {
  const { colleagues, ...rest } = props;
  const t = useTranslations();
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<string>();
  const [at, setAt] = useState(0);
  const offered =
    asked === undefined
      ? []
      : colleagues.filter((name) => plain(` ${name}`).includes(` ${plain(asked)}`)).slice(0, MOST);

  function look() {
    setAsked(field.current ? beingNamed(field.current) : undefined);
    setAt(0);
  }

  function choose(name: string) {
    const text = field.current;
    if (!text || asked === undefined) return;
    const from = text.selectionStart - asked.length;
    text.setRangeText(`${name} `, from, text.selectionStart, "end");
    text.focus();
    setAsked(undefined);
  }

  function stepOf(key: string, name: string): (() => void) | undefined {
    if (key === "ArrowDown") return () => setAt((at + 1) % offered.length);
    if (key === "ArrowUp") return () => setAt((at + offered.length - 1) % offered.length);
    if (key === "Enter" || key === "Tab") return () => choose(name);
    return key === "Escape" ? () => setAsked(undefined) : undefined;
  }

  function steer(event: KeyboardEvent) {
    const name = offered[at];
    if (!name) return;
    const isChord = event.ctrlKey || event.metaKey;
    const step = isChord ? undefined : stepOf(event.key, name);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  }

  return (
    <div className="relative">
      <Textarea
        ref={field}
        label="desk.note"
        hint="desk.noteHint"
        name="body"
        rows={2}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? list : undefined}
        aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
        onInput={look}
        onClick={look}
        onKeyDown={steer}
        onBlur={() => setAsked(undefined)}
        {...rest}
      />
      {offered.length > 0 && (
        <div
          id={list}
          role="listbox"
          aria-label={t("desk.colleagues")}
          className="absolute top-full left-0 z-10 mt-1 w-72 max-w-full rounded-card border border-line bg-raised p-1.5 shadow-raised"
        >
          {offered.map((name, index) => (
            <div
              key={name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // Before the field loses the focus, which closes the list.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(name);
              }}
              className={cx("cursor-pointer rounded-md px-2.5 py-1.5 text-sm", index === at && "bg-accent-soft")}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
