import { statusNames } from "@/lib/ideas/states";
import { localeNames } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import { X } from "../ui/icons";
import { listPath, type Shown } from "./list-path";

/** The names of what filters only know by id. Empty where nothing has that id (any more). */
export type FilterNames = { category?: string; department?: string; place?: string; author?: string | null };

/** One narrowing of a list, in words, and the list without it. */
type Narrowing = { label: string; without: Shown };

function narrowings(shown: Shown, names: FilterNames, t: Translate): Narrowing[] {
  const { state = [], category, department, place, language, tag, author, following } = shown;
  const gone = t("search.unknown");
  const states = state.map((status) => ({
    label: t(statusNames[status]),
    without: { ...shown, state: state.filter((other) => other !== status) },
  }));
  const rest: (Narrowing | undefined)[] = [
    category ? { label: names.category ?? gone, without: { ...shown, category: undefined } } : undefined,
    department ? { label: names.department ?? gone, without: { ...shown, department: undefined } } : undefined,
    place ? { label: names.place ?? gone, without: { ...shown, place: undefined } } : undefined,
    language ? { label: localeNames[language], without: { ...shown, language: undefined } } : undefined,
    tag ? { label: `#${tag}`, without: { ...shown, tag: undefined } } : undefined,
    author === "me" ? { label: t("search.mine"), without: { ...shown, author: undefined } } : undefined,
    author && author !== "me"
      ? { label: t("search.by", { name: names.author ?? gone }), without: { ...shown, author: undefined } }
      : undefined,
    following ? { label: t("search.following"), without: { ...shown, following: undefined } } : undefined,
  ];
  return [...states, ...rest.filter((narrowing) => narrowing !== undefined)];
}

/** The filters that are on, each with the link that takes it off. Nothing when there are none. */
export function ActiveFilters({ shown, names, t }: { shown: Shown; names: FilterNames; t: Translate }) {
  const active = narrowings(shown, names, t);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("search.activeFilters")} className="flex flex-wrap gap-2">
      {active.map(({ label, without }) => (
        <li key={label}>
          <a
            href={listPath(without)}
            aria-label={t("search.removeFilter", { filter: label })}
            className="inline-flex min-h-compact items-center gap-1.5 rounded-full bg-accent-soft ps-3 pe-2 text-accent-text text-sm transition-colors hover:bg-sunken [&_svg]:size-3.5"
          >
            {label}
            <X aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}
