import type { Translate } from "@/lib/platform/i18n/translate";
import { buttonStyle } from "../ui/button-style";
import { Plus } from "../ui/icons";
import { Brand } from "./logo";
import { NavLink, type Place } from "./nav-link";

const placeStyle =
  "flex w-full flex-col items-center gap-1 rounded-control px-1 py-2 text-[0.6875rem] transition-colors hover:bg-surface/60 hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:shadow-card lg:flex-row lg:gap-3 lg:px-3 lg:text-sm aria-[current=page]:font-semibold aria-[current=page]:[&_svg]:text-accent-text [&_svg]:size-5 [&_svg]:shrink-0";

/** The main navigation beside the page: icons with small names on a tablet, a full list on wide screens. */
export function Sidebar({ places, t }: { places: Place[]; t: Translate }) {
  return (
    <nav
      aria-label={t("shell.navigation")}
      className="sky sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-line border-r px-2 py-4 md:flex lg:px-4 print:hidden"
    >
      <a href="/" className="self-center rounded-control p-1 lg:self-start">
        <Brand compact />
      </a>
      <a
        href="/ideas/new"
        className={buttonStyle({
          variant: "primary",
          className: "max-lg:aspect-square max-lg:self-center max-lg:px-0",
        })}
      >
        <Plus aria-hidden />
        <span className="max-lg:sr-only">{t("shell.newIdea")}</span>
      </a>
      <ul className="flex flex-col gap-1">
        {places.map((place) => (
          <li key={place.href}>
            <NavLink place={place} className={placeStyle} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
