import Form from "next/form";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Button } from "../ui/button";
import { controlStyle } from "../ui/control-style";
import { Search } from "../ui/icons";

/** Looks for people by name or address. The words go into the page's address. */
export function PeopleSearch({ q, t }: { q: string; t: Translate }) {
  return (
    <Form action="/admin/people" role="search" className="flex min-w-0 flex-1 basis-72 gap-2">
      <input
        type="search"
        name="q"
        defaultValue={q}
        aria-label={t("people.searchPeople")}
        placeholder={t("people.searchPeople")}
        className={`${controlStyle} h-control max-w-sm`}
      />
      <Button type="submit" shape="icon" aria-label={t("people.search")}>
        <Search aria-hidden />
      </Button>
    </Form>
  );
}
