"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { lazy, Suspense, useRef, useState } from "react";
import { Search } from "../ui/icons";

// Fetched when somebody is about to search.
const Suggestions = lazy(async () => ({ default: (await import("./search-suggestions")).SearchSuggestions }));

/**
 * Finds ideas from anywhere; `/` and Ctrl+K (⌘K) lead into it. The words go into the address, so that an answer can be sent to
 * a colleague. The list of ideas has a search of its own, with filters, and two would be one too many.
 */
export function SearchBox({ label }: { label: string }) {
  const router = useRouter();
  const asked = useSearchParams().get("q") ?? "";
  const field = useRef<HTMLInputElement>(null);
  const [isWanted, want] = useState(false);
  if (usePathname() === "/ideas") return null;

  return (
    <search className="w-full max-w-md">
      <form
        action="/ideas"
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          const q = String(new FormData(event.currentTarget).get("q"));
          router.push(`/ideas?${new URLSearchParams({ q })}`);
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none -translate-y-1/2 absolute top-1/2 left-3.5 size-4 text-muted"
        />
        <input
          key={asked}
          ref={field}
          type="search"
          name="q"
          defaultValue={asked}
          autoComplete="off"
          onFocus={() => want(true)}
          aria-label={label}
          aria-keyshortcuts="/ Control+K Meta+K"
          placeholder={label}
          className="peer h-control w-full rounded-full border border-line bg-surface pr-4 pl-10 text-base shadow-card transition-colors hover:border-line-strong sm:text-sm"
        />
        <kbd
          aria-hidden
          className="pointer-events-none -translate-y-1/2 absolute top-1/2 right-3.5 hidden rounded border in-data-[shortcuts=off]:invisible border-line px-1.5 font-sans text-muted text-xs leading-5 lg:peer-placeholder-shown:block lg:peer-focus:hidden"
        >
          /
        </kbd>
        {isWanted && (
          <Suspense>
            <Suggestions field={field} />
          </Suspense>
        )}
      </form>
    </search>
  );
}
