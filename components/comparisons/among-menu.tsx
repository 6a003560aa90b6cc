import { comparePath } from "@/lib/comparisons/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Unit } from "@/lib/settings/schema";
import { buttonStyle } from "../ui/button-style";
import { ChevronDown } from "../ui/icons";
import { Menu, MenuLink } from "../ui/menu";

/** Among which ideas one compares: all, or those about one thing, so that like is compared with like. */
export function AmongMenu({ among, categories, t }: { among?: Unit; categories: Unit[]; t: Translate }) {
  if (categories.length === 0) return null;
  const choices = [{ id: null, name: t("comparisons.all") }, ...categories];
  return (
    <Menu
      align="end"
      className={buttonStyle({ size: "small" })}
      trigger={
        <>
          <span className="text-muted max-sm:sr-only">{t("comparisons.among")}</span>
          <span className={among ? "max-w-20 truncate sm:max-w-52" : "max-sm:hidden"}>
            {among?.name ?? t("comparisons.all")}
          </span>
          {!among && <span className="sm:hidden">{t("comparisons.allShort")}</span>}
          <ChevronDown aria-hidden />
        </>
      }
    >
      <ul className="max-h-96 overflow-y-auto">
        {choices.map(({ id, name }) => (
          <li key={id}>
            <MenuLink
              href={comparePath({ categoryId: id })}
              aria-current={id === (among?.id ?? null) ? "true" : undefined}
            >
              {name}
            </MenuLink>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
