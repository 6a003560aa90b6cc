"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";

/** What the fields of the form say, by name; a field may be said several times. */
export type FilterValues = Record<string, string[]>;

/** Makes the fields say what the address says, when a link elsewhere changed it. Keeps the focus where it is. */
function fill(form: HTMLFormElement, values: FilterValues): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = values[field.name]?.includes(field.value) ?? false;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = values[field.name]?.[0] ?? "";
    }
  }
}

/**
 * The form around a list's filters: an ordinary GET form. With JavaScript it is sent at each choice, without leaving
 * the page, and empty fields stay out of the address; `group-data-live` hides what is only needed without.
 */
export function FilterForm(props: { action: string; values: FilterValues; label: string; children: ReactNode }) {
  const { action, values, label, children } = props;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (!form.current) return;
    form.current.dataset.live = "";
    fill(form.current, values);
  }, [values]);

  function go() {
    if (!form.current) return;
    const said = [...new FormData(form.current)].filter(([, value]) => value !== "") as [string, string][];
    startTransition(() => router.push(`${action}?${new URLSearchParams(said)}`, { scroll: false }));
  }

  return (
    <form
      ref={form}
      action={action}
      aria-label={label}
      aria-busy={isPending}
      className="group space-y-3 aria-busy:cursor-progress"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
      onChange={({ target }) => {
        const isTyped = target instanceof HTMLInputElement && target.type !== "checkbox";
        if (!isTyped) go();
      }}
    >
      {children}
    </form>
  );
}
