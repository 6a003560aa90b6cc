import { Search } from "lucide-react";
import Form from "next/form";
import type { Translate } from "@/lib/platform/i18n/translate";

/** Finds ideas from anywhere. The words go into the address, so the answer can be sent to a colleague. */
export function SearchBox({ t }: { t: Translate }) {
  return (
    <Form action="/ideas" role="search" className="relative w-full max-w-md">
      <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted" />
      <input
        type="search"
        name="q"
        aria-label={t("shell.search")}
        placeholder={t("shell.search")}
        className="h-10 w-full rounded-full border border-transparent bg-sunken pr-4 pl-9 text-base transition-colors hover:border-line focus:border-line focus:bg-surface sm:text-sm"
      />
    </Form>
  );
}
