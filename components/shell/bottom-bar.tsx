import type { Translate } from "@/lib/platform/i18n/translate";
import { Ellipsis, Plus } from "../ui/icons";
import { Menu, MenuLink } from "../ui/menu";
import { NavLink, type Place } from "./nav-link";

const placeStyle =
  "flex h-14 w-full flex-col items-center justify-center gap-0.5 px-0.5 text-[0.625rem] tracking-tight aria-[current=page]:font-semibold aria-[current=page]:[&_svg]:text-accent-text [&_svg]:size-5";

/** The main navigation under the thumb: three places, the new idea in the middle, and the rest behind "more". */
export function BottomBar({ places, t }: { places: Place[]; t: Translate }) {
  const rest = places.length > 4 ? places.slice(3) : [];
  const [first, second, ...others] = places.slice(0, rest.length > 0 ? 3 : 4);
  return (
    <nav
      aria-label={t("shell.navigation")}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-md items-center *:min-w-0 *:flex-1">
        {[first, second].map((place) => place && <Item key={place.href} place={place} />)}
        <li className="grid place-items-center">
          <a
            href="/ideas/new"
            aria-label={t("shell.newIdea")}
            className="grid size-11 place-items-center rounded-full bg-accent text-accent-ink shadow-raised [&_svg]:size-6"
          >
            <Plus aria-hidden />
          </a>
        </li>
        {others.map((place) => (
          <Item key={place.href} place={place} />
        ))}
        {rest.length > 0 && (
          <li>
            <Menu
              className={`${placeStyle} text-muted`}
              trigger={
                <>
                  <Ellipsis aria-hidden />
                  {t("shell.more")}
                </>
              }
            >
              {rest.map(({ href, label, icon }) => (
                <MenuLink key={href} href={href}>
                  {icon}
                  {label}
                </MenuLink>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Item({ place }: { place: Place }) {
  return (
    <li>
      <NavLink place={place} className={placeStyle} />
    </li>
  );
}
